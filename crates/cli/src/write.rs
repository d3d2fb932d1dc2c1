//! `inscape write`: what a language model makes of a prompt.

use std::path::PathBuf;

use models::{Choice, Sampling};
use recipe::Way;
use serde_json::json;

use crate::failure::Failure;
use crate::measure::print_json;
use crate::open::{DeviceName, open_model, open_tokenizer, read_config};
use crate::progress::Terminal;

/// Arguments of `inscape write`.
#[derive(clap::Args)]
pub struct Arguments {
    /// Model folder: config.json, model.safetensors, tokenizer.json.
    #[arg(long, value_name = "DIR")]
    model: PathBuf,
    /// What the text begins with.
    #[arg(long, value_name = "TEXT")]
    prompt: String,
    /// Most new tokens.
    #[arg(long, default_value_t = 32)]
    n: usize,
    /// Draws tokens at random from the model's distribution; logits are divided by it. Without it each token is the likeliest.
    #[arg(long, value_name = "T", conflicts_with = "beams")]
    temperature: Option<f64>,
    /// Draws only from so many likeliest tokens.
    #[arg(long, value_name = "K", requires = "temperature")]
    top_k: Option<usize>,
    /// Draws only from the likeliest tokens that hold this much probability.
    #[arg(long, value_name = "P", default_value_t = 1.0, requires = "temperature")]
    top_p: f64,
    /// What random tokens follow from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The likeliest texts, by a beam search of this width.
    #[arg(long, value_name = "B")]
    beams: Option<usize>,
    /// Writes nothing: prints the so many likeliest next tokens.
    #[arg(long, value_name = "K", conflicts_with_all = ["beams", "temperature"])]
    next: Option<usize>,
    /// A change on the way, as “z.18 heads 6, 7 = zero” (or = mean, = × 2); may be given again.
    #[arg(long, value_name = "CHANGE")]
    change: Vec<String>,
    /// Where the model runs.
    #[arg(long, value_enum, default_value = "cpu")]
    device: DeviceName,
}

/// Prints `{"prompt", "texts": [{"text", "log_probability"}]}`, or `{"prompt", "next": [{"token", "probability"}]}`.
pub async fn run(arguments: &Arguments) -> Result<(), Failure> {
    let mut session = open_model(&arguments.model, arguments.device.open().await?).await?;
    session.set_changes(&arguments.change)?;
    let tokenizer = open_tokenizer(&arguments.model).await?;
    let failed = |error: tokens::TokenError| Failure::new(error.to_string());
    let ids = tokenizer.encode(&arguments.prompt, true).map_err(failed)?;
    let mut host = Terminal::new();
    if let Some(n) = arguments.next {
        let next = session.next_tokens(&ids, n, &mut host).await?;
        let rows: Vec<_> = next
            .into_iter()
            .map(|(id, probability)| json!({"token": tokenizer.pieces(&[id]).concat(), "id": id, "probability": probability}))
            .collect();
        return print_json(&json!({"prompt": arguments.prompt, "next": rows}));
    }
    let way = match (arguments.beams, arguments.temperature) {
        (Some(n_beams), _) => Way::Beams(n_beams.max(1)),
        (None, None) => Way::Choice(Choice::Greedy),
        (None, Some(temperature)) => {
            let sampling = Sampling { temperature, top_k: arguments.top_k, top_p: arguments.top_p };
            Way::Choice(Choice::Sample { sampling, seed: arguments.seed })
        }
    };
    let written = session.write_on(&ids, arguments.n, way, session.text_ends().end, &mut host).await?;
    // Decoded with the prompt, since spaces are told by neighbours; special tokens before it are left out.
    let before = tokenizer.decode(&ids).map_err(failed)?;
    let texts = written
        .iter()
        .map(|text| {
            let whole = tokenizer.decode(&[ids.as_slice(), &text.tokens].concat()).map_err(failed)?;
            let new = whole.strip_prefix(before.as_str()).unwrap_or(&whole);
            let text_with_prompt = format!("{}{new}", arguments.prompt);
            Ok(json!({"text": text_with_prompt, "log_probability": text.log_probability}))
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    print_json(&json!({"prompt": arguments.prompt, "seed": arguments.seed, "texts": texts}))
}
