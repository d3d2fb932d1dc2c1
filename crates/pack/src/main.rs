//! `pack [--profile release] [--out web/lab/wasm] [--bench]`: turns the built wasm files into modules that the page
//! imports; with `--bench` the one that the speed bench imports.
//!
//! For each of `inscape_lab` (out name `lab`), `inscape_lab_text` (`text`), `inscape_lab_data` (`data`) and
//! `inscape_lab_experiments` (`experiments`) it runs wasm-bindgen as a library, so that no second tool of the same version must be installed, and prints one line: file, bytes before and
//! after. Shrinking by wasm-opt comes later, in `scripts/build`. Cost: about half a second a file.

mod module;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// The crates that become wasm modules: (file stem that cargo writes, name that the page imports).
const PAGE_MODULES: &[(&str, &str)] = &[
    ("inscape_lab", "lab"),
    ("inscape_lab_text", "text"),
    ("inscape_lab_data", "data"),
    ("inscape_lab_experiments", "experiments"),
];
const BENCH_MODULES: &[(&str, &str)] = &[("inscape_lab_bench", "lab_bench")];

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let options = Options::read(arguments)?;
    let built = options.target.join("wasm32-unknown-unknown").join(&options.profile);
    for (stem, name) in if options.is_bench { BENCH_MODULES } else { PAGE_MODULES } {
        let sizes = module::bind(&built.join(format!("{stem}.wasm")), name, &options.out)?;
        writeln!(
            std::io::stdout(),
            "{name}_bg.wasm: {} bytes built, {} bytes bound",
            sizes.built,
            sizes.bound
        )
        .map_err(|error| format!("Could not print the sizes: {error}."))?;
    }
    Ok(())
}

#[derive(Debug, PartialEq)]
struct Options {
    profile: String,
    target: PathBuf,
    out: PathBuf,
    is_bench: bool,
}

impl Options {
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Options, String> {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        let mut options =
            Options { profile: "release".into(), target, out: "web/lab/wasm".into(), is_bench: false };
        while let Some(name) = arguments.next() {
            if name == "--bench" {
                options.is_bench = true;
                continue;
            }
            let mut value =
                || arguments.next().ok_or(format!("pack expected a value after {name}; found none."));
            match name.as_str() {
                "--profile" => options.profile = value()?,
                "--target" => options.target = value()?.into(),
                "--out" => options.out = value()?.into(),
                _ => {
                    return Err(format!(
                        "pack knows --profile, --target, --out and --bench; it was given {name:?}."
                    ));
                }
            }
        }
        Ok(options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Options, String> {
        Options::read(arguments.iter().map(ToString::to_string))
    }

    #[test]
    fn options_have_defaults_and_can_be_given() {
        assert_eq!(read(&[]).unwrap().out, PathBuf::from("web/lab/wasm"));
        let given = read(&["--profile", "debug", "--target", "t", "--out", "o", "--bench"]).unwrap();
        let (target, out) = ("t".into(), "o".into());
        assert_eq!(given, Options { profile: "debug".into(), target, out, is_bench: true });
    }

    #[test]
    fn an_unknown_option_is_an_error_that_names_the_known_ones() {
        assert!(read(&["--ouch"]).unwrap_err().contains("--profile, --target, --out and --bench"));
        assert!(read(&["--out"]).unwrap_err().contains("value after --out"));
    }

    #[test]
    fn a_wasm_file_that_was_not_built_is_an_error_that_says_how_to_build_it() {
        let error = run(["--target", "no-such-folder"].map(String::from).into_iter()).unwrap_err();
        assert!(error.contains("inscape_lab.wasm") && error.contains("cargo build"), "{error}");
    }
}
