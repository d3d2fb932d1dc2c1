//! Views that change a model and look at what is lost: patching, ablation, and the numerical panel.

use crate::support::*;
use inscape_recipe::*;
use pollster::block_on;
use serde_json::json;
use tensor::Device;

/// Prompts of one length that differ in one token.
const CLEAN: &str = "Lily had a cat. The cat was very";
const CORRUPT: &str = "Lily had a dog. The cat was very";

fn view(json: serde_json::Value) -> View {
    serde_json::from_value(json).unwrap()
}

/// A session, its tokeniser and its texts.
struct Lab {
    session: Session<Memory>,
    words: Words,
    texts: Stimuli,
}

impl Lab {
    fn stories() -> Option<Self> {
        let folder = stories()?;
        let (session, words) = open(&folder);
        let texts = stimuli(&words, &LINES);
        Some(Self { session, words, texts })
    }

    fn run(&mut self, changes: &[&str], settings: serde_json::Value) -> Result<Figure> {
        let changes = changes.iter().map(|line| (*line).to_owned()).collect();
        let recipe = Recipe { views: vec![view(settings)], changes, ..recipe(&LINES) };
        let report = block_on(self.session.run(&recipe, &self.texts, Some(&self.words), &mut SilentHost))?;
        Ok(report.figures.last().unwrap().clone())
    }

    fn grid(&mut self, settings: serde_json::Value) -> Grid {
        match self.run(&[], settings).unwrap() {
            Figure::Grid(grid) => grid,
            other => panic!("{other:?}"),
        }
    }

    fn table(&mut self, settings: serde_json::Value) -> Table {
        match self.run(&[], settings).unwrap() {
            Figure::Table(table) => table,
            other => panic!("{other:?}"),
        }
    }

    fn refusal(&mut self, settings: serde_json::Value) -> String {
        self.run(&[], settings).unwrap_err().to_string()
    }

    /// The logits at the last token of a text with these changes.
    fn logits(&mut self, changes: &[String], text: &str) -> Vec<f32> {
        self.session.set_changes(changes).unwrap();
        let texts = stimuli(&self.words, &[text]);
        self.values("logits", Pool::Last, &texts)
    }

    /// The values at a site of the first of the texts.
    fn values(&mut self, site: &str, pool: Pool, texts: &Stimuli) -> Vec<f32> {
        let sites = [site.to_owned()];
        let mut host = SilentHost;
        let captured = self.session.capture(&sites, pool, texts, &mut host);
        block_on(captured).unwrap().remove(0).values
    }

    /// The first token of a word after the clean prompt.
    fn id(&self, word: &str) -> usize {
        let before = self.words.encode(CLEAN).unwrap();
        self.words.encode(&format!("{CLEAN}{word}")).unwrap()[before.len()] as usize
    }
}

fn patching(site: &str, layers: &[usize]) -> serde_json::Value {
    json!({"kind": "patching", "clean": CLEAN, "corrupt": CORRUPT, "answer": " happy", "wrong": " big",
        "site": site, "layers": layers})
}

#[test]
fn what_enters_at_the_one_token_that_differs_restores_all_and_nothing_else_does() {
    let Some(mut lab) = Lab::stories() else { return };
    let (clean, corrupt) = (lab.words.encode(CLEAN).unwrap(), lab.words.encode(CORRUPT).unwrap());
    assert_eq!(clean.len(), corrupt.len(), "the prompts are chosen so");
    let differ: Vec<usize> = (0..clean.len()).filter(|&at| clean[at] != corrupt[at]).collect();
    let grid = lab.grid(patching("resid_pre", &[]));
    assert_eq!((grid.rows.len(), grid.columns.len()), (5, clean.len()));
    for (at, value) in grid.values[..clean.len()].iter().enumerate() {
        // Before the first layer a position is its token: one that is alike restores nothing.
        if !differ.contains(&at) {
            assert!(value.unwrap().abs() < 1e-4, "{at}: {value:?}");
        }
    }
    if let [only] = differ[..] {
        assert!((grid.values[only].unwrap() - 1.0).abs() < 1e-4, "{:?}", grid.values[only]);
    }
    assert!(grid.is_diverging && grid.domain[0] == -grid.domain[1]);
    assert!(grid.caption.finding.contains("resid_pre"), "{}", grid.caption.finding);
    // The same layers again, and only these.
    let some = lab.grid(patching("resid_pre", &[0, 3]));
    assert_eq!(some.rows, ["0", "3"]);
    assert_eq!(some.values[..clean.len()], grid.values[..clean.len()]);
    let heads = lab.grid(patching("z", &[1]));
    assert_eq!((heads.columns.len(), heads.cell), (8, CellKind::Head));
}

/// A cell of the grid against the definition, by the session's own tools.
#[test]
fn a_patched_cell_is_what_its_definition_says() {
    let Some(mut lab) = Lab::stories() else { return };
    let (answer, wrong) = (lab.id(" happy"), lab.id(" big"));
    let difference = |logits: &[f32]| f64::from(logits[answer]) - f64::from(logits[wrong]);
    let clean = difference(&lab.logits(&[], CLEAN));
    let corrupt = difference(&lab.logits(&[], CORRUPT));
    let finding = lab.grid(patching("mlp_out", &[2])).caption.finding;
    for number in [clean, corrupt] {
        assert!(finding.contains(&format!("{number:.2}")), "{finding}: {clean}, {corrupt}");
    }
}

#[test]
fn prompts_that_cannot_be_patched_are_refused_in_a_sentence() {
    let Some(mut lab) = Lab::stories() else { return };
    let mut with = |name: &str, value: serde_json::Value| {
        let mut settings = patching("resid_pre", &[]);
        settings[name] = value;
        lab.refusal(settings)
    };
    let lengths = with("corrupt", json!("Lily had a dog."));
    assert!(lengths.contains("Lily") && lengths.contains("tokens (“"), "{lengths}");
    assert!(with("corrupt", json!(CLEAN)).contains("nothing between them"));
    assert!(with("wrong", json!(" happy")).contains("same token"));
    assert!(with("layers", json!([5])).contains("no layer 5; this model has 5"));
    assert!(with("answer", json!("")).contains("no token"));
}

#[test]
fn an_ablated_part_changes_the_measure_as_a_change_on_the_way_does() {
    let Some(mut lab) = Lab::stories() else { return };
    let answer = lab.id(" happy");
    let measure = json!({"kind": "answer", "prompt": CLEAN, "answer": " happy"});
    for change in ["zero", "mean"] {
        let settings = |what: &str| json!({"kind": "ablation", "what": {"kind": what}, "change": change, "measure": measure, "layers": [1, 4]});
        let (heads, layers) = (lab.grid(settings("heads")), lab.grid(settings("layers")));
        assert_eq!((heads.rows.len(), heads.columns.len(), heads.cell), (2, 8, CellKind::Head));
        let before = f64::from(lab.logits(&[], CLEAN)[answer]);
        for (line, found) in [
            (format!("z.1 heads 3 = {change}"), heads.values[3]),
            (format!("z.4 heads 0 = {change}"), heads.values[8]),
            (format!("attn_out.1 = {change}"), layers.values[0]),
            (format!("mlp_out.4 = {change}"), layers.values[3]),
        ] {
            let after = f64::from(lab.logits(std::slice::from_ref(&line), CLEAN)[answer]);
            assert!((found.unwrap() - (after - before)).abs() < 1e-4, "{line}: {found:?}");
        }
    }
}

#[test]
fn a_neuron_s_attribution_is_the_slope_of_the_measure() {
    let Some(mut lab) = Lab::stories() else { return };
    let answer = lab.id(" happy");
    let measure = json!({"kind": "answer", "prompt": CLEAN, "answer": " happy"});
    let settings = json!({"kind": "ablation", "what": {"kind": "neurons", "n": 3}, "change": "zero", "measure": measure});
    let table = lab.table(settings);
    assert_eq!(table.rows.len(), 3);
    let before = f64::from(lab.logits(&[], CLEAN)[answer]);
    for row in &table.rows {
        let numbers: Vec<f64> = row.iter().map(|value| value.number().unwrap()).collect();
        let [layer, unit, attribution, change] = numbers[..] else { panic!("{row:?}") };
        let mut with = |change: &str| {
            let line = format!("mlp_post.{layer} units {unit} = {change}");
            f64::from(lab.logits(&[line], CLEAN)[answer])
        };
        let slope = (with("× 1.02") - with("× 0.98")) / 0.04;
        assert!((slope - attribution).abs() < 0.02 * attribution.abs() + 1e-3, "{slope}, {attribution}");
        assert!((with("zero") - before - change).abs() < 1e-4);
    }
    // A named neuron has the same numbers.
    let [layer, unit] = [0, 1].map(|at| table.rows[0][at].number().unwrap() as usize);
    let what = json!({"kind": "listed_neurons", "layer": layer, "units": [unit]});
    let named = lab.table(json!({"kind": "ablation", "what": what, "change": "zero", "measure": measure}));
    assert_eq!(named.rows[0], table.rows[0]);
    let what = json!({"kind": "listed_neurons", "layer": 0, "units": [172]});
    let refused =
        lab.refusal(json!({"kind": "ablation", "what": what, "change": "zero", "measure": measure}));
    assert!(refused.contains("no neuron 172 in layer 0; it has 172"), "{refused}");
}

#[test]
fn the_loss_of_a_text_is_that_of_its_next_tokens() {
    let Some(mut lab) = Lab::stories() else { return };
    let settings = json!({"kind": "ablation", "what": {"kind": "layers"}, "change": "zero",
        "measure": {"kind": "text", "text": 1}, "layers": [0]});
    let finding = lab.grid(settings).caption.finding;
    // −ln p of each next token, from the logits of the text's beginnings.
    let ids = lab.words.encode(LINES[1]).unwrap();
    lab.session.set_changes(&[]).unwrap();
    let loss_at = |lab: &mut Lab, n: usize| {
        let logits = lab.values("logits", Pool::Last, &tiny::text(&ids[..n]));
        -models::log_probabilities(&logits).unwrap()[ids[n] as usize]
    };
    let loss = (1..ids.len()).map(|n| loss_at(&mut lab, n)).sum::<f64>() / (ids.len() - 1) as f64;
    assert!(finding.contains(&format!("{loss:.3} with all")), "{finding}: {loss}");
}

#[test]
fn the_numerical_panel_counts_what_is_there() {
    let Some(mut lab) = Lab::stories() else { return };
    let table = lab.table(json!({"kind": "numbers", "sites": ["resid_post.1"]}));
    lab.session.set_changes(&[]).unwrap();
    let mut values = vec![];
    for line in LINES {
        let texts = stimuli(&lab.words, &[line]);
        values.extend(lab.values("resid_post.1", Pool::None, &texts));
    }
    let largest = values.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
    let squares: f64 = values.iter().map(|&x| f64::from(x) * f64::from(x)).sum();
    let row: Vec<f64> = table.rows[0].iter().filter_map(TableValue::number).collect();
    assert_eq!(row[0], f64::from(largest));
    assert!((row[1] - (squares / values.len() as f64).sqrt()).abs() < 1e-9);
    assert_eq!(row[2..], [0.0, 0.0]);
    assert!(table.caption.finding.contains("nothing to check"), "{}", table.caption.finding);
    // Without settings: every layer's parts, and what stands outside of layers.
    let all = lab.table(json!({"kind": "numbers"}));
    assert!(all.rows.len() > 20, "{}", all.rows.len());
}

/// Images, and a graphics device that is held against the CPU.
#[test]
fn the_numerical_panel_holds_a_graphics_device_against_the_cpu() {
    let mut devices = vec![Device::Cpu];
    match block_on(tensor::gpu::Gpu::request()) {
        Ok(gpu) => devices.push(Device::Gpu(gpu)),
        Err(error) => {
            println!("skipped on a graphics device: {error}");
            assert!(std::env::var_os("REQUIRE_GPU").is_none(), "{error}");
        }
    }
    for device in devices {
        let is_gpu = !matches!(device, Device::Cpu);
        let mut session = tiny::open(&tiny::folder("resnet-basic"), device);
        let image = |seed: usize| {
            let data = (0..3 * 40 * 40).map(|at| ((at * 31 + at * at * seed) % 256) as u8).collect();
            (format!("image {seed}"), models::RgbImage { width: 40, height: 40, data })
        };
        let images = Stimuli::Images((1..=3).map(image).collect());
        let sites = session.card().default_sites;
        let recipe: Recipe = serde_json::from_value(json!({
            "version": 1,
            "model": {"id": "resnet", "revision": "local", "sha256": ""},
            "inputs": {"kind": "bundled", "set": "noise"},
            "sites": sites, "pool": "mean", "distance": "correlation", "similarity": "cka_linear_biased",
            "focus": sites[0], "views": [{"kind": "numbers"}],
        }))
        .unwrap();
        let report = block_on(session.run(&recipe, &images, None, &mut SilentHost)).unwrap();
        let Some(Figure::Table(table)) = report.figures.last() else { panic!("no table") };
        assert_eq!(table.rows.len(), session.card().sites.len());
        let expected = if is_gpu { "agrees with the CPU within 1e-3" } else { "nothing to check" };
        assert!(table.caption.finding.contains(expected), "{}", table.caption.finding);
        println!("{}", table.caption.finding);
    }
}

/// What is known of SmolLM2-135M is found by the views (the numbers).
#[test]
fn smollm2_keeps_the_subject_where_it_is_said_and_needs_its_induction_head() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/smollm2-135m");
    if !folder.join("model.safetensors").exists() {
        println!("skipped, models/smollm2-135m absent");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI the model must be present");
        return;
    }
    let (session, words) = open(&folder);
    let texts = stimuli(&words, &LINES);
    let mut lab = Lab { session, words, texts };
    let one_text = |lab: &mut Lab, settings: serde_json::Value| {
        let texts = stimuli(&lab.words, &["Hello"]);
        let recipe = Recipe {
            views: vec![view(settings)],
            sites: vec!["embed".to_owned()],
            focus: "embed".to_owned(),
            ..recipe(&["Hello"])
        };
        let report = block_on(lab.session.run(&recipe, &texts, Some(&lab.words), &mut SilentHost)).unwrap();
        match report.figures.last().unwrap().clone() {
            Figure::Grid(grid) => grid,
            other => panic!("{other:?}"),
        }
    };
    let grid = one_text(
        &mut lab,
        json!({"kind": "patching",
        "clean": "When Mary and Sarah went to the park, Sarah gave a ball to",
        "corrupt": "When Mary and Sarah went to the park, Mary gave a ball to",
        "answer": " Mary", "wrong": " Sarah", "site": "resid_pre", "layers": [0, 8, 16, 24]}),
    );
    let n = grid.columns.len();
    let subject = grid.columns.iter().position(|label| label.contains('/')).unwrap();
    let most = |at: usize| (0..4).filter_map(|row| grid.values[row * n + at]).fold(f64::MIN, f64::max);
    println!(
        "{}: {:.2} at the subject, {:.2} after it",
        grid.caption.finding,
        most(subject),
        most(subject + 2)
    );
    assert!(most(subject) >= 0.5 && most(subject + 2) <= 0.1);

    let heads = one_text(
        &mut lab,
        json!({"kind": "ablation", "what": {"kind": "heads"}, "change": "zero",
        "measure": {"kind": "repeated_random", "n_tokens": 20, "seed": 1}, "layers": [14, 15, 16, 17, 18, 19, 20]}),
    );
    println!("{}", heads.caption.finding);
    assert!(heads.caption.finding.contains("head 18.6"), "{}", heads.caption.finding);
}
