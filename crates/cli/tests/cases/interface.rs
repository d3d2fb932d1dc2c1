//! The command line that others build on: arguments, files, JSON, exit codes and sentences.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use formats::{Array, Values, npy, safetensors};

fn inscape(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_inscape")).args(arguments).output().unwrap()
}

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn write_npy(path: &Path, shape: &[usize], values: Vec<f32>) -> String {
    let array = Array::new(shape.to_vec(), Values::F32(values)).unwrap();
    std::fs::write(path, npy::write(&array).unwrap()).unwrap();
    path.display().to_string()
}

fn json(output: &Output) -> serde_json::Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Asserts a failure with exactly one sentence, and returns it.
fn sentence(output: &Output) -> String {
    assert!(!output.status.success());
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(text.trim().lines().count(), 1, "{text}");
    assert!(!text.contains("panicked"), "{text}");
    text
}

#[test]
fn compare_lists_its_measures_by_name_and_about() {
    let list = json(&inscape(&["compare", "--list"]));
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|m| m["name"].as_str().unwrap()).collect();
    for name in [
        "cka_linear_debiased",
        "cka_linear_biased",
        "rdm_spearman",
        "rdm_pearson",
        "rdm_kendall_tau_a",
        "rdm_cosine",
    ] {
        assert!(names.contains(&name), "{names:?}");
    }
    assert!(list.as_array().unwrap().iter().all(|m| m["about"].as_str().unwrap().len() > 20));
}

#[test]
fn an_array_compared_with_itself_gives_one() {
    let dir = folder("self");
    let values = (0..40).map(|i| ((i * 37) % 11) as f32).collect();
    let a = write_npy(&dir.join("a.npy"), &[8, 5], values);
    let cka = json(&inscape(&["compare", &a, &a, "--measure", "cka_linear_debiased"]));
    assert_eq!((cka["measure"].as_str(), cka["n_stimuli"].as_u64()), (Some("cka_linear_debiased"), Some(8)));
    assert!((cka["value"].as_f64().unwrap() - 1.0).abs() < 1e-9);

    let r = dir.join("r.npy").display().to_string();
    let made = json(&inscape(&["rdm", &a, "--distance", "euclidean", "--out", &r]));
    assert_eq!((made["measure"].as_str(), made["n_stimuli"].as_u64()), (Some("euclidean"), Some(8)));
    assert_eq!(npy::read(&std::fs::read(&r).unwrap()).unwrap().shape, [8, 8]);
    let same = json(&inscape(&["compare", &r, &r, "--measure", "rdm_spearman"]));
    assert!((same["value"].as_f64().unwrap() - 1.0).abs() < 1e-9);
}

#[test]
fn wrong_requests_get_one_plain_sentence() {
    let dir = folder("wrong");
    let a = write_npy(&dir.join("a.npy"), &[4, 2], vec![1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 21.0, 34.0]);
    let one = write_npy(&dir.join("one.npy"), &[1, 2], vec![1.0, 2.0]);
    let nan = write_npy(&dir.join("nan.npy"), &[4, 1], vec![1.0, f32::NAN, 2.0, 3.0]);
    let out = dir.join("out.npy").display().to_string();

    assert!(
        sentence(&inscape(&["compare", &a, &a, "--measure", "cka_linear_debaised"]))
            .contains("cka_linear_debiased")
    );
    assert!(sentence(&inscape(&["compare", &a, &a, "--measure", "rdm_spearman"])).contains("RDM"));
    assert!(
        sentence(&inscape(&["compare", &a, "no-such.npy", "--measure", "cka_linear_biased"]))
            .contains("no-such.npy")
    );
    assert!(sentence(&inscape(&["rdm", &one, "--distance", "euclidean", "--out", &out])).contains('2'));
    assert!(sentence(&inscape(&["rdm", &nan, "--distance", "cosine", "--out", &out])).contains("NaN"));
    assert!(sentence(&inscape(&["rdm", &a, "--distance", "cosin", "--out", &out])).contains("cosine"));
    assert!(sentence(&inscape(&["rdm", &a])).contains("--distance"));
    assert!(
        sentence(&inscape(&[
            "capture",
            "--model",
            "no-such-folder",
            "--text",
            "x",
            "--sites",
            "a",
            "--out",
            "o"
        ]))
        .contains("no-such-folder")
    );
    assert!(sentence(&inscape(&["frobnicate"])).contains("frobnicate"));
}

/// `stories260K`, from the shared data beside the repository; absent on a user's machine.
fn stories() -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/stories260K");
    if folder.is_dir() {
        return Some(folder.display().to_string());
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI the shared data must be present");
    println!("skipped, shared data absent");
    None
}

#[test]
fn capture_writes_one_tensor_a_site_in_the_order_of_the_lines() {
    let Some(model) = stories() else { return };
    let dir = folder("capture");
    let text = dir.join("lines.txt");
    std::fs::write(&text, "Once upon a time\nLily\n").unwrap();
    let (text, out) = (text.display().to_string(), dir.join("f.safetensors").display().to_string());
    let capture = |pool: &str, device: &str| {
        let arguments = [
            "capture",
            "--model",
            &model,
            "--text",
            &text,
            "--sites",
            "resid_post.0,blocks.4.hook_resid_post",
        ];
        let output =
            inscape(&[&arguments[..], &["--out", &out, "--pool", pool, "--device", device]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let bytes = std::fs::read(&out).unwrap();
        let header_bytes = safetensors::header_len(&bytes[..8], Some(bytes.len() as u64)).unwrap();
        let header =
            safetensors::parse_header(&bytes[8..8 + header_bytes], Some(bytes.len() as u64)).unwrap();
        let info = header.find("blocks.4.hook_resid_post").unwrap();
        assert!(header.find("resid_post.0").is_ok());
        let values = safetensors::decode_f32(info, &bytes[info.start as usize..info.end as usize]).unwrap();
        (info.shape.clone(), values)
    };
    let (shape, mean) = capture("mean", "cpu");
    assert_eq!(shape, [2, 64]);
    let (padded, all) = capture("none", "cpu");
    assert_eq!((padded.len(), padded[0], padded[2]), (3, 2, 64));
    let first_text_mean: Vec<f32> = (0..64)
        .map(|unit| (0..padded[1]).map(|pos| all[pos * 64 + unit]).sum::<f32>() / padded[1] as f32)
        .collect();
    assert!(
        first_text_mean.iter().zip(&mean).all(|(a, b)| (a - b).abs() < 1e-3),
        "the longer text is the first"
    );

    let (_, gpu) = capture("mean", "gpu");
    let scale = mean.iter().fold(0.0_f32, |max, v| max.max(v.abs()));
    assert!(mean.iter().zip(&gpu).all(|(a, b)| (a - b).abs() <= 1e-3 * scale), "GPU and CPU agree");
}

#[test]
fn a_site_that_does_not_exist_names_the_near_ones() {
    let Some(model) = stories() else { return };
    let dir = folder("site");
    let text = dir.join("lines.txt");
    std::fs::write(&text, "Once\n").unwrap();
    let (text, out) = (text.display().to_string(), dir.join("f.safetensors").display().to_string());
    let output =
        inscape(&["capture", "--model", &model, "--text", &text, "--sites", "resid_pots.0", "--out", &out]);
    assert!(sentence(&output).contains("resid_post.0"));
}

#[test]
fn a_story_is_written_as_llama2_c_writes_it_and_otherwise_when_the_model_is_changed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/stories260K");
    if !folder.is_dir() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "under CI the shared data must be present");
        println!("skipped, shared data absent");
        return;
    }
    let model = folder.display().to_string();
    let run = |more: &[&str]| {
        let whole = [&["write", "--model", &model, "--prompt", "Once upon a time"], more].concat();
        json(&inscape(&whole))
    };
    let text = |more: &[&str]| run(more)["texts"][0]["text"].as_str().unwrap().to_owned();
    // The known output of llama2.c's own test.
    let greedy = text(&["--n", "60"]);
    assert!(
        greedy.starts_with(
            "Once upon a time, there was a little girl named Lily. She loved to play outside in the park."
        ),
        "{greedy}"
    );
    assert_ne!(text(&["--n", "60", "--change", "mlp_out.2 = zero"]), greedy);
    let drawn = |seed| text(&["--n", "20", "--temperature", "1", "--top-k", "40", "--seed", seed]);
    assert_eq!(drawn("3"), drawn("3"));
    assert_ne!(drawn("3"), drawn("4"));
    let beams = run(&["--n", "6", "--beams", "3"]);
    let nats: Vec<f64> =
        beams["texts"].as_array().unwrap().iter().map(|t| t["log_probability"].as_f64().unwrap()).collect();
    assert!(nats.len() == 3 && nats.is_sorted_by(|a, b| a >= b) && nats[0] < 0.0, "{nats:?}");
    let next = run(&["--next", "3"]);
    assert_eq!(next["next"][0]["token"], ",");
    assert!(next["next"][0]["probability"].as_f64().unwrap() > 0.5);
    let whole = ["write", "--model", &model, "--prompt", "x", "--change", "z.9 = zero"];
    assert!(sentence(&inscape(&whole)).contains("z.4"));
}

/// A tiny checkpoint of the models' tests.
fn tiny(name: &str) -> String {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/tests/golden/tiny");
    tests.join(name).display().to_string()
}

#[test]
fn check_lists_each_identity_with_what_it_is_off_by() {
    let check = json(&inscape(&["check", "--model", &tiny("llama")]));
    let identities = check["identities"].as_array().unwrap();
    assert_eq!(identities.len(), 8);
    assert!(identities.iter().all(|one| one["holds"] == true && one["deviation"].as_f64().unwrap() < 1e-4));
    assert_eq!(check["absent"], serde_json::json!([]));
    let parallel = json(&inscape(&["check", "--model", &tiny("gpt-neox")]));
    assert!(parallel["absent"][0].as_str().unwrap().contains("parallel"));
}

#[test]
fn run_takes_closer_looks_and_its_own_report_matches_to_the_bit() {
    let Some(model) = stories() else { return };
    let path = folder("closer");
    let at = |name: &str| path.join(name).display().to_string();
    let line = "Once upon a time";
    let mut recipe = serde_json::json!({
        "version": 1,
        "model": {"id": "stories260K", "revision": "local", "sha256": ""},
        "inputs": {"kind": "lines", "lines": [line]},
        "sites": ["resid_post.0"], "focus": "resid_post.0",
        "pool": "mean", "distance": "correlation", "similarity": "cka_linear_biased",
        "views": [
            {"kind": "next_tokens", "prompt": "Once upon a", "n": 3},
            {"kind": "patterns", "text": 0, "max_tokens": 8},
        ],
    });
    std::fs::write(at("line.txt"), line).unwrap();
    let run = |recipe: &serde_json::Value| {
        std::fs::write(at("recipe.json"), recipe.to_string()).unwrap();
        let (recipe, text, out) = (at("recipe.json"), at("line.txt"), at("report.json"));
        let output = inscape(&["run", &recipe, "--model", &model, "--text", &text, "--out", &out]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let report: serde_json::Value = serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap();
        (report, String::from_utf8(output.stdout).unwrap())
    };
    let (report, _) = run(&recipe);
    let figures = report["figures"].as_array().unwrap();
    let ids: Vec<&str> = figures.iter().map(|figure| figure["caption"]["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["lens", "next_tokens", "patterns"]);
    assert_eq!(figures[1]["rows"][0][1], " time");
    recipe = report["recipe"].clone();
    let (_, verdict) = run(&recipe);
    assert!(verdict.contains("exact"), "{verdict}");
}

#[test]
fn arrays_are_analysed_and_each_command_prints_a_report() {
    let folder = folder("arrays");
    let numbers = |count: usize, seed: usize| -> Vec<f64> {
        (0..count).map(|k| (((k + 7 * seed) * 7919 + k * k * 31 * seed) % 1013) as f64 / 1013.0).collect()
    };
    let write = |name: &str, array: Array| -> String {
        let path = folder.join(name);
        std::fs::write(&path, npy::write(&array).unwrap()).unwrap();
        path.display().to_string()
    };
    let floats = |name: &str, shape: [usize; 2], seed: usize| {
        write(name, Array::new(shape.to_vec(), Values::F64(numbers(shape[0] * shape[1], seed))).unwrap())
    };
    let (x, y) = (floats("x.npy", [40, 6], 1), floats("y.npy", [40, 3], 2));
    let whole = |name: &str, shape: &[usize], values: Vec<i64>| {
        write(name, Array::new(shape.to_vec(), Values::I64(values)).unwrap())
    };
    let y2 = floats("y2.npy", [40, 2], 3);
    let labels = whole("classes.npy", &[40], (0..40).map(|k| k % 4).collect());
    let runs = whole("runs.npy", &[40], (0..40).map(|k| k / 20).collect());
    let types = whole("types.npy", &[40], (0..40).map(|k| k % 10).collect());
    let edges = whole("edges.npy", &[3, 2], vec![0, 1, 1, 2, 2, 39]);
    let made = folder.join("made.npy").display().to_string();
    for (arguments, figure) in [
        (vec!["probe", &x, "--labels", &labels, "--decoder", "probe_nearest_centroid"], "accuracy"),
        (vec!["encode", &x, &y, "--folds", "4"], "encoding"),
        (vec!["encode", &x, &y, "--and", &y2, "--shared-alpha", "--pairs", "--folds", "4"], "encoding"),
        (vec!["mi", &x, &y, "--estimator", "mi_ksg1_3_nats"], "information"),
        (vec!["embed", &x, "--method", "umap"], "map"),
        (vec!["summarise", &x, &y, "--labels", &labels], "summaries"),
        (vec!["against", &x, "--reference", &y, "--bootstrap", "50", "--permutations", "30"], "reference"),
        (
            vec![
                "probe",
                &x,
                "--labels",
                &labels,
                "--decoder",
                "probe_ridge",
                "--codelength",
                "--control",
                &types,
            ],
            "accuracy",
        ),
        (vec!["geometry", &x, "--conditions", &labels, "--runs", &runs, "--rdm", &made], "rdm"),
        (vec!["geometry", &x, "--distance", "euclidean", "--transform", "rank_transform", "--betti"], "rdm"),
        (vec!["regress", &x, &labels, "--reference", &y, "--permutations", "0"], "rsa_regression"),
        (vec!["energy", &x, "--graph", &edges], "energy"),
    ] {
        let report = json(&inscape(&arguments));
        assert_eq!(report["figures"][0]["caption"]["id"], figure, "{arguments:?}");
        assert_eq!(report["figures"][0]["caption"]["n"], 40);
        assert_eq!(report["recipe"]["seed"], 1);
    }
    assert_eq!(npy::read(&std::fs::read(&made).unwrap()).unwrap().shape, [4, 4]);
    let sentence = sentence(&inscape(&["probe", &x, "--labels", &labels, "--decoder", "svm"]));
    assert!(
        sentence.contains("no decoder named \"svm\"") && sentence.contains("probe_logistic"),
        "{sentence}"
    );
}

#[test]
fn vectors_are_held_against_ratings_of_pairs() {
    let folder = folder("pairs");
    let file = |name: &str, text: &str| {
        std::fs::write(folder.join(name), text).unwrap();
        folder.join(name).display().to_string()
    };
    let vectors = file("words.csv", "word,x,y\ncat,1,0.2\ndog,0.9,0.1\ncar,0,1\nbus,0.4,0.8\n");
    let ratings = file("people.txt", "cat\tdog\t9.5\ncat\tcar\t1\ncar\tbus\t8\ncar\tunicorn\t5\n");
    let report = json(&inscape(&["pairs", &vectors, "--ratings", &ratings]));
    let finding = report["figures"][0]["caption"]["finding"].as_str().unwrap();
    assert!(finding.contains("over 3 of 4 pairs"), "{finding}");
    let said = sentence(&inscape(&["pairs", &vectors, "--ratings", &vectors]));
    assert!(said.contains("two columns of names"), "{said}");
}
