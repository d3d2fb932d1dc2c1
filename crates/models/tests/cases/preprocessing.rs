//! Pictures become the numbers that Python's reference would give.

use inscape_models::{
    ChannelOrder, Filter, ImageSpec, InputKind, Resize, RgbImage, preprocess, read_config, with_preprocessor,
};

fn spec(side: usize, resize: Resize) -> ImageSpec {
    ImageSpec { side, resize, order: ChannelOrder::Rgb, scale: 1.0, mean: [0.0; 3], std: [1.0; 3] }
}

fn bilinear(side: usize) -> Resize {
    Resize { side, filter: Filter::Bilinear }
}

#[test]
fn resizing_agrees_with_pillow_to_one_grey_level() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../golden/resize.json")).unwrap();
    for case in cases {
        let number = |key: &str| case[key].as_u64().unwrap() as usize;
        let (width, height, side) = (number("width"), number("height"), number("side"));
        let filter = match case["resample"].as_str().unwrap() {
            "bicubic" => Filter::Bicubic,
            _ => Filter::Bilinear,
        };
        let spec = spec(side, Resize { side: number("resize"), filter });
        // The formula of make_resize.py.
        let byte = |x: usize, y: usize, c: usize| ((x * x * 3 + y * 7 * (c + 1) + x * y * c * 5) % 256) as u8;
        let data = (0..height * width * 3).map(|i| byte(i / 3 % width, i / 3 / width, i % 3)).collect();
        let found = preprocess(&RgbImage { width, height, data }, &spec).unwrap();
        let expected = case["bytes"].as_array().unwrap();
        let mut n_different = 0;
        for channel in 0..3 {
            for pixel in 0..side * side {
                let reference = expected[pixel * 3 + channel].as_f64().unwrap() as f32;
                let difference = (found[channel * side * side + pixel] - reference).abs();
                assert!(difference <= 1.0, "{width} × {height} → {side} {filter:?}: {difference}");
                n_different += usize::from(difference > 0.0);
            }
        }
        println!(
            "{width} × {height} → {side} {filter:?}: {n_different} of {} bytes differ by 1",
            3 * side * side
        );
    }
}

#[test]
fn a_picture_of_the_right_size_is_only_reordered_and_scaled() {
    let image = RgbImage { width: 2, height: 2, data: vec![10, 20, 30, 11, 21, 31, 12, 22, 32, 13, 23, 33] };
    let spec = ImageSpec {
        side: 2,
        resize: bilinear(2),
        order: ChannelOrder::Bgr,
        scale: 0.5,
        mean: [1.0, 2.0, 3.0],
        std: [1.0, 1.0, 2.0],
    };
    let expected = [14., 14.5, 15., 15.5, 8., 8.5, 9., 9.5, 1., 1.25, 1.5, 1.75];
    assert_eq!(preprocess(&image, &spec).unwrap(), expected);
}

#[test]
fn the_middle_is_cut_out_of_an_oblong_picture() {
    let row = |from: u8| (0..4).flat_map(|x| [from + x; 3]).collect::<Vec<u8>>();
    let image = RgbImage { width: 4, height: 2, data: [row(0), row(10)].concat() };
    let found = preprocess(&image, &spec(2, bilinear(2))).unwrap();
    assert_eq!(found[..4], [1.0, 2.0, 11.0, 12.0]);
}

#[test]
fn pictures_that_cannot_be_are_refused() {
    for (width, height, n_bytes) in
        [(0, 0, 0), (0, 5, 0), (2, 2, 11), (usize::MAX, 2, 6), (1, 60, 180), (10, 600, 18000)]
    {
        let image = RgbImage { width, height, data: vec![0; n_bytes] };
        assert!(preprocess(&image, &spec(2, bilinear(2))).is_err(), "{width} × {height}");
    }
}

#[test]
fn a_picture_that_becomes_smaller_than_what_is_cut_out_is_refused() {
    let image = RgbImage { width: 4, height: 4, data: vec![0; 48] };
    let error = preprocess(&image, &spec(3, bilinear(2))).unwrap_err().to_string();
    assert!(error.contains("3 or more"), "{error}");
}

/// How the model of a configuration wants its pictures.
fn spec_of(config: &[u8]) -> ImageSpec {
    match read_config(config).unwrap().input() {
        InputKind::Image(spec) => spec,
        InputKind::Text => panic!("a model of images"),
    }
}

const VIT: &str =
    r#""hidden_size": 12, "num_hidden_layers": 1, "num_attention_heads": 3, "intermediate_size": 20"#;

#[test]
fn families_resize_as_their_published_preprocessors_do() {
    let resize = |fields: &str| {
        let spec = spec_of(format!("{{{fields}}}").as_bytes());
        (spec.side, spec.resize.side, spec.resize.filter)
    };
    let deit = format!(r#""model_type": "deit", {VIT}"#);
    assert_eq!(resize(&deit), (224, 256, Filter::Bicubic));
    // As DeiT-B at 384 pixels.
    assert_eq!(resize(&format!(r#"{deit}, "image_size": 384"#)), (384, 438, Filter::Bicubic));
    let dinov2 = r#""model_type": "dinov2", "hidden_size": 12, "num_hidden_layers": 1, "num_attention_heads": 3, "image_size": 518, "patch_size": 14"#;
    assert_eq!(resize(dinov2), (224, 256, Filter::Bicubic));
    let clip = r#""model_type": "clip_vision_model", "architectures": ["CLIPVisionModel"]"#;
    assert_eq!(resize(clip), (224, 224, Filter::Bicubic));
    assert_eq!(resize(&format!(r#""model_type": "vit", {VIT}"#)), (224, 224, Filter::Bilinear));
    let own = format!(r#""model_type": "vit", {VIT}, "resize_side": 248, "resample": "bicubic""#);
    assert_eq!(resize(&own), (224, 248, Filter::Bicubic));
    // timm: ⌊224 / 0.875⌋, ⌊224 / 0.95⌋.
    let timm =
        |cfg: &str| format!(r#""architecture": "resnet18", "num_classes": 5, "pretrained_cfg": {{{cfg}}}"#);
    let cfg = r#""input_size": [3, 224, 224], "crop_pct": 0.875, "interpolation": "bicubic""#;
    assert_eq!(resize(&timm(cfg)), (224, 256, Filter::Bicubic));
    let cfg = r#""input_size": [3, 224, 224], "crop_pct": 0.95, "interpolation": "bilinear""#;
    assert_eq!(resize(&timm(cfg)), (224, 235, Filter::Bilinear));
}

#[test]
fn a_preprocessor_beside_the_configuration_is_heard_and_the_configuration_wins() {
    let config = format!(r#"{{"model_type": "vit", {VIT}, "channel_std": [0.1, 0.2, 0.3]}}"#);
    let file = r#"{"size": {"shortest_edge": 256}, "crop_size": {"height": 192, "width": 192}, "resample": 3,
        "image_mean": [0.1, 0.2, 0.3], "image_std": [1, 1, 1], "rescale_factor": 0.5}"#;
    let spec = spec_of(&with_preprocessor(config.as_bytes(), file.as_bytes()).unwrap());
    let resize = Resize { side: 256, filter: Filter::Bicubic };
    assert_eq!((spec.side, spec.resize, spec.scale), (192, resize, 0.5));
    assert_eq!((spec.mean, spec.std), ([0.1, 0.2, 0.3], [0.1, 0.2, 0.3]));

    // A share that is cut out of a larger size, as transformers' ConvNeXt preprocessor has it, for ResNets too.
    let resnet = br#"{"model_type": "resnet", "block": "basic", "layers": [1, 1, 1, 1], "num_classes": 5}"#;
    let file = br#"{"size": 224, "crop_pct": 0.875, "do_normalize": false}"#;
    let spec = spec_of(&with_preprocessor(resnet, file).unwrap());
    assert_eq!((spec.side, spec.resize.side, spec.mean, spec.std), (224, 256, [0.0; 3], [1.0; 3]));

    for (file, word) in [
        (r#"{"resample": 1}"#, "resample"),
        (r#"{"size": {"height": 3, "width": 4}}"#, "size"),
        (r#"<html>"#, "web page"),
    ] {
        let error = with_preprocessor(config.as_bytes(), file.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(word), "{error}");
    }
}
