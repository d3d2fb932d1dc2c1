//! SqueezeNet against human inferior temporal cortex on the 92 images of Kriegeskorte et al. 2008: the
//! whole path from pictures to a published kind of number.

use std::path::PathBuf;

use analysis::{Activations, Distance, Rdm, RdmComparison, compare_rdms, rdm};
use formats::npy;
use inscape_models::{Hooks, Input, InputKind, RgbImage, preprocess};
use pollster::block_on;
use tensor::{Device, Stopwatch, Tensor};

use super::files::{is_here, open_model, root};

/// Spearman correlation of each RDM (1 − Pearson over units) with the mean human RDM, as PyTorch finds it from the same
/// weights. `pixels` are the bytes without the mean taken away. An earlier table gave .105 .114 .160 .219 .307 for pixels,
/// conv1, fire3, fire5 and fire9, made in a way that is not known. Its fire3 and fire5 agree with the outputs of the pools
/// that follow them (fire3 itself has .122, fire5 .215). Its .307 agrees with no site of that name: fire9 has .285 here.
/// `older_table` has one changed network that comes near all five.
const REFERENCE: &[(&str, f64)] =
    &[("pixels", 0.105), ("conv1", 0.114), ("pool3", 0.160), ("pool5", 0.219), ("fire9", 0.285)];
pub const TOLERANCE: f64 = 0.01;
pub const N_IMAGES: usize = 92;

pub fn read_png(path: &std::path::Path) -> RgbImage {
    let mut decoder = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(path).unwrap()));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut data = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut data).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb, "{}", path.display());
    data.truncate(info.buffer_size());
    RgbImage { width: info.width as usize, height: info.height as usize, data }
}

/// The pictures in the order of the human RDM.
pub fn picture_paths() -> Vec<PathBuf> {
    let folder = root().join(".cache/92images");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "png"));
    paths.sort();
    assert_eq!(paths.len(), N_IMAGES);
    paths
}

#[test]
fn squeezenet_resembles_human_it_as_much_as_the_reference_found() {
    let folder = root().join(".cache/92images");
    let human = root().join("../shared/data/92images/hIT_mean_rdm.npy");
    if !is_here(&folder) || !is_here(&human) {
        return;
    }
    let Some((plan, file)) = open_model("squeezenet1_1") else { return };
    let InputKind::Image(spec) = plan.input() else { panic!("a squeezenet takes images") };

    let paths = picture_paths();
    let sites: Vec<&str> = plan.sites().iter().map(|site| site.name.as_str()).collect();
    let weights = file.weights(&plan.weights_for(&sites).unwrap(), &Device::Cpu);
    let model = plan.build(weights, &Device::Cpu).unwrap();

    let mut rows: Vec<Vec<f32>> = vec![vec![]; sites.len()];
    let mut secs = 0.0;
    for batch in paths.chunks(23) {
        let pixels: Vec<f32> =
            batch.iter().flat_map(|path| preprocess(&read_png(path), &spec).unwrap()).collect();
        let images = Tensor::from_vec(pixels, &[batch.len(), 3, spec.side, spec.side], &Device::Cpu).unwrap();
        let mut hooks = Hooks::keeping(&sites);
        let watch = Stopwatch::start();
        model.forward(&Input::Images(images), &mut hooks).unwrap();
        secs += watch.elapsed_secs();
        let kept = hooks.take();
        for (row, site) in rows.iter_mut().zip(&sites) {
            row.extend(block_on(kept[*site].to_vec()).unwrap());
        }
    }

    let human = npy::read(&std::fs::read(human).unwrap()).unwrap();
    let human = Rdm::from_square(&human.to_f64().unwrap(), N_IMAGES).unwrap();
    println!("{N_IMAGES} images through SqueezeNet in {secs:.2} s");
    let n_pixels = spec.side * spec.side;
    let raw = rows[0].iter().enumerate().map(|(i, value)| value + spec.mean[i / n_pixels % 3]).collect();
    let named = sites.iter().copied().zip(rows).chain([("pixels", raw)]);
    let mut found = std::collections::BTreeMap::new();
    for (site, values) in named {
        let n_units = values.len() / N_IMAGES;
        let activations = Activations::new(values, N_IMAGES, n_units).unwrap();
        let model = rdm(&activations, Distance::Correlation).unwrap();
        let spearman = compare_rdms(&model, &human, RdmComparison::Spearman).unwrap();
        println!("{site}: {spearman:.4}");
        found.insert(site, spearman);
    }
    for (site, reference) in REFERENCE {
        assert!((found[site] - reference).abs() <= TOLERANCE, "{site}: {} against {reference}", found[site]);
    }
}
