//! Pictures become the numbers that Python's reference would give.

use inscape_models::{ChannelOrder, ImageSpec, RgbImage, preprocess};

fn spec(side: usize) -> ImageSpec {
    ImageSpec { side, order: ChannelOrder::Rgb, scale: 1.0, mean: [0.0; 3], std: [1.0; 3] }
}

#[test]
fn resizing_agrees_with_pillow_to_one_grey_level() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../golden/resize.json")).unwrap();
    for case in cases {
        let number = |key: &str| case[key].as_u64().unwrap() as usize;
        let (width, height, side) = (number("width"), number("height"), number("side"));
        // The formula of make_resize.py.
        let byte = |x: usize, y: usize, c: usize| ((x * x * 3 + y * 7 * (c + 1) + x * y * c * 5) % 256) as u8;
        let data = (0..height * width * 3).map(|i| byte(i / 3 % width, i / 3 / width, i % 3)).collect();
        let found = preprocess(&RgbImage { width, height, data }, &spec(side)).unwrap();
        let expected = case["bytes"].as_array().unwrap();
        let mut n_different = 0;
        for channel in 0..3 {
            for pixel in 0..side * side {
                let reference = expected[pixel * 3 + channel].as_f64().unwrap() as f32;
                let difference = (found[channel * side * side + pixel] - reference).abs();
                assert!(difference <= 1.0, "{width} × {height} → {side}: {difference}");
                n_different += usize::from(difference > 0.0);
            }
        }
        println!("{width} × {height} → {side}: {n_different} of {} bytes differ by 1", 3 * side * side);
    }
}

#[test]
fn a_picture_of_the_right_size_is_only_reordered_and_scaled() {
    let image = RgbImage { width: 2, height: 2, data: vec![10, 20, 30, 11, 21, 31, 12, 22, 32, 13, 23, 33] };
    let spec = ImageSpec {
        side: 2,
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
    let found = preprocess(&image, &spec(2)).unwrap();
    assert_eq!(found[..4], [1.0, 2.0, 11.0, 12.0]);
}

#[test]
fn pictures_that_cannot_be_are_refused() {
    for (width, height, n_bytes) in
        [(0, 0, 0), (0, 5, 0), (2, 2, 11), (usize::MAX, 2, 6), (1, 60, 180), (10, 600, 18000)]
    {
        let image = RgbImage { width, height, data: vec![0; n_bytes] };
        assert!(preprocess(&image, &spec(2)).is_err(), "{width} × {height}");
    }
}
