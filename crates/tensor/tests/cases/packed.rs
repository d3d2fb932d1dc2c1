//! Matrices in 16 bits: widening, products and rows, on every device.

use half::{bf16, f16};
use inscape_tensor::{Device, Filling, Half, Packed, PackedWriter, Result, Tensor, gpu::Gpu};

use super::agreement::{Maker, agree};
use super::exact::{expect, tensor};
use super::gradients::check;
use super::random::Random;

const HALVES: [Half; 2] = [Half::F16, Half::Bf16];

/// What the pattern stands for, by the crate `half`.
fn value(half: Half, bits: u16) -> f32 {
    match half {
        Half::F16 => f16::from_bits(bits).to_f32(),
        Half::Bf16 => bf16::from_bits(bits).to_f32(),
    }
}

fn bits(half: Half, number: f32) -> u16 {
    match half {
        Half::F16 => f16::from_f32(number).to_bits(),
        Half::Bf16 => bf16::from_f32(number).to_bits(),
    }
}

fn pack(half: Half, numbers: &[f32], shape: [usize; 2], device: &Device) -> Packed {
    let bytes: Vec<u8> = numbers.iter().flat_map(|&number| bits(half, number).to_le_bytes()).collect();
    Packed::new(&bytes, shape, half, device).unwrap()
}

/// A matrix of seeded numbers in `[-0.5, 1.5)`.
fn random(random: &mut Random, half: Half, shape: [usize; 2], device: &Device) -> Packed {
    pack(half, &random.numbers(shape[0] * shape[1]), shape, device)
}

/// All of them at once, and only those below 64, which are kept differently. A device may take a denormal of
/// bf16, which is one of f32 too, for zero.
pub async fn every_finite_pattern_widens_exactly(device: &Device) {
    for half in HALVES {
        for most in [f32::MAX, 63.97] {
            let patterns = 0..=u16::MAX;
            let patterns: Vec<u16> = patterns.filter(|&bits| value(half, bits).abs() <= most).collect();
            let bytes: Vec<u8> = patterns.iter().flat_map(|bits| bits.to_le_bytes()).collect();
            let packed = Packed::new(&bytes, [2, patterns.len() / 2], half, device).unwrap();
            let found = packed.widen().unwrap().to_vec().await.unwrap();
            assert_eq!(found.len(), patterns.len());
            for (&found, &bits) in found.iter().zip(&patterns) {
                let expected = value(half, bits);
                let is_flushed = found == 0.0 && !expected.is_normal() && matches!(device, Device::Gpu(_));
                let is_same = found.to_bits() == expected.to_bits() || is_flushed;
                assert!(is_same, "{half:?} {bits:#06x}: {found:e} is not {expected:e}");
            }
        }
    }
}

pub async fn a_packed_matrix_multiplies_and_gives_its_rows(device: &Device) {
    for half in HALVES {
        let weight = pack(half, &[1.0, -2.0, 0.5, 0.0, 4.0, -1.0], [2, 3], device);
        assert_eq!(weight.shape(), [2, 3]);
        let x = tensor(device, &[2, 1, 3], &[1.0, 1.0, 2.0, -1.0, 0.5, 8.0]);
        expect(x.linear_packed(&weight).unwrap(), &[2, 1, 2], &[0.0, 2.0, 2.0, -6.0]).await;
        let v = tensor(device, &[3], &[2.0, 0.0, 0.0]);
        expect(v.linear_packed(&weight).unwrap(), &[2], &[2.0, 0.0]).await;
        let many = tensor(device, &[1, 3], &[2.0, 1.0, 0.0]).broadcast_to(&[7, 3]).unwrap();
        let rows = many.linear_packed(&weight).unwrap();
        expect(rows, &[7, 2], &[0.0, 4.0].repeat(7)).await;
        let y = tensor(device, &[2], &[2.0, 0.5]);
        expect(y.matmul_packed(&weight).unwrap(), &[3], &[2.0, -2.0, 0.5]).await;
        let rows = y.broadcast_to(&[6, 2]).unwrap().matmul_packed(&weight).unwrap();
        expect(rows, &[6, 3], &[2.0, -2.0, 0.5].repeat(6)).await;
        let ids = tensor(device, &[3], &[1.0, 0.0, 1.0]);
        let taken = [0.0, 4.0, -1.0, 1.0, -2.0, 0.5, 0.0, 4.0, -1.0];
        expect(weight.take_rows(&ids).unwrap(), &[3, 3], &taken).await;
        expect(weight.gather_rows(&[1, 0, 1]).unwrap(), &[3, 3], &taken).await;
    }
}

/// Large and tiny inputs, f16's smallest number beside its largest, and what is no number.
pub async fn a_packed_product_keeps_to_the_range_of_f32(device: &Device) {
    let tiny = 2.0_f32.powi(-24);
    let weight = pack(Half::F16, &[1.0, tiny, -2.0, 65504.0], [2, 2], device);
    let small = pack(Half::F16, &[1.0, tiny, -2.0, 32.0], [2, 2], device);
    for factor in [1.0, 2.0_f32.powi(100), 2.0_f32.powi(-90)] {
        let x = tensor(device, &[1, 2], &[0.0, factor]);
        expect(x.linear_packed(&weight).unwrap(), &[1, 2], &[tiny * factor, 65504.0 * factor]).await;
        expect(x.linear_packed(&small).unwrap(), &[1, 2], &[tiny * factor, 32.0 * factor]).await;
    }
    let zero = tensor(device, &[1, 2], &[0.0; 2]);
    expect(zero.linear_packed(&weight).unwrap(), &[1, 2], &[0.0; 2]).await;
    if matches!(device, Device::Cpu) {
        let (inf, nan) = (f32::INFINITY, f32::NAN);
        let x = tensor(device, &[3, 2], &[inf, 1.0, nan, 1.0, 3e38, 0.0]);
        let product = [inf, -inf, nan, nan, 3e38, -inf];
        expect(x.linear_packed(&weight).unwrap(), &[3, 2], &product).await;
    }
}

pub async fn a_packed_matrix_without_numbers_is_one(device: &Device) {
    for [rows, cols] in [[0, 3], [2, 0], [0, 0]] {
        let weight = Packed::new(&[], [rows, cols], Half::F16, device).unwrap();
        expect(weight.widen().unwrap(), &[rows, cols], &[]).await;
        let x = Tensor::full(1.0, &[2, cols], device).unwrap();
        expect(x.linear_packed(&weight).unwrap(), &[2, rows], &vec![0.0; 2 * rows]).await;
    }
    let weight = pack(Half::F16, &[1.0, 2.0], [1, 2], device);
    let none = tensor(device, &[0, 2], &[]);
    expect(none.linear_packed(&weight).unwrap(), &[0, 1], &[]).await;
    expect(weight.take_rows(&tensor(device, &[0], &[])).unwrap(), &[0, 2], &[]).await;
}

/// Pieces that end within rows, and a number that the faster way of f16 cannot hold.
pub async fn a_matrix_that_is_written_in_pieces_is_the_same(device: &Device) {
    let (shape, numbers) = ([5, 7], Random::new(3).numbers(35));
    for half in HALVES {
        for large in [None, Some(4), Some(30)] {
            let mut numbers = numbers.clone();
            large.into_iter().for_each(|at| numbers[at] = 100.0);
            let bytes: Vec<u8> = numbers.iter().flat_map(|&v| bits(half, v).to_le_bytes()).collect();
            let mut writer = PackedWriter::new(shape, half, device).unwrap();
            let all = |writer: &mut PackedWriter| bytes.chunks(6).try_for_each(|piece| writer.push(piece));
            if let Err(error) = all(&mut writer) {
                assert!(error.to_string().contains("below 64") && large.is_some() && half == Half::F16);
                writer = writer.looser().unwrap().unwrap();
                all(&mut writer).unwrap();
                assert!(PackedWriter::new(shape, Half::Bf16, device).unwrap().looser().unwrap().is_none());
            }
            let whole = Packed::new(&bytes, shape, half, device).unwrap().widen().unwrap();
            expect(writer.finish().unwrap().widen().unwrap(), &shape, &whole.to_vec().await.unwrap()).await;
        }
        let mut writer = PackedWriter::new(shape, half, device).unwrap();
        writer.push(&[0; 8]).unwrap();
        assert!(writer.finish().unwrap_err().to_string().contains("20 numbers"), "none of its rows is whole");
    }
    let mut filling = Filling::new(&[2, 3], device).unwrap();
    [&[1.0, 2.0][..], &[], &[3.0, 4.0, 5.0], &[6.0]].into_iter().for_each(|part| filling.push(part).unwrap());
    assert!(filling.push(&[7.0]).unwrap_err().to_string().contains("6 numbers for shape [2, 3]"));
    expect(filling.finish().unwrap(), &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).await;
}

pub async fn what_packed_matrices_refuse(device: &Device) {
    fn refused<T>(result: Result<T>, words: &[&str]) {
        let sentence = result.map(|_| ()).expect_err("a refusal").to_string();
        assert!(words.iter().all(|word| sentence.contains(word)), "“{sentence}” lacks one of {words:?}");
    }
    refused(Packed::new(&[0; 3], [1, 2], Half::F16, device), &["packed", "[1, 2]", "3 bytes"]);
    for (half, pattern) in
        [(Half::F16, 0x7c00), (Half::F16, 0xfe00), (Half::Bf16, 0xff80), (Half::Bf16, 0x7fc0)]
    {
        let bytes: Vec<u8> = [0, 0, 0, pattern].into_iter().flat_map(u16::to_le_bytes).collect();
        let words = ["packed: expected finite numbers", "row 1, column 1"];
        refused(Packed::new(&bytes, [2, 2], half, device), &words);
    }
    let weight = pack(Half::F16, &[1.0, 2.0], [1, 2], device);
    let x = tensor(device, &[1, 3], &[0.0; 3]);
    refused(x.linear_packed(&weight), &["linear_packed", "[…, 2] for this weight", "[1, 3]"]);
    refused(x.matmul_packed(&weight), &["matmul_packed", "[…, 1] for this weight", "[1, 3]"]);
    refused(weight.gather_rows(&[1]), &["gather_rows", "below 1", "index 1"]);
    refused(weight.take_rows(&x), &["take_rows", "indices [n]", "[1, 3]"]);
    if matches!(device, Device::Cpu) {
        let beyond = weight.take_rows(&tensor(device, &[1], &[1.0])).unwrap();
        refused(beyond.to_vec().await, &["take_rows", "whole indices below 1", "1"]);
    }
}

/// Sums of some hundred products, against the CPU's other order.
pub async fn linear_packed(gpu: &Device) -> f64 {
    agree(gpu, 1e-5, |make: &mut Maker| {
        let (n, half) = (make.random.between(1, 6), HALVES[make.random.below(2)]);
        let shape = match make.random.below(3) {
            0 => [make.random.between(1, 9), make.random.between(1, 300)],
            1 => [make.random.between(250, 300), make.random.between(1, 40)],
            _ => [make.random.filled_size(), make.random.filled_size()],
        };
        make.input(&[n, shape[1]]);
        let seed = make.random.below(1000) as u64;
        move |x: &[Tensor]| x[0].linear_packed(&random(&mut Random::new(seed), half, shape, &x[0].device()))
    })
    .await
}

pub async fn take_packed_rows(gpu: &Device) -> f64 {
    agree(gpu, 0.0, |make: &mut Maker| {
        let (n, half) = (make.random.between(1, 9), HALVES[make.random.below(2)]);
        let shape = [make.random.filled_size(), make.random.filled_size()];
        let seed = make.random.below(1000) as u64;
        let ids: Vec<f32> = (0..n).map(|_| make.random.below(shape[0]) as f32).collect();
        // Names the device.
        make.input(&[]);
        move |x: &[Tensor]| {
            let device = x[0].device();
            random(&mut Random::new(seed), half, shape, &device).take_rows(&Tensor::from_vec(
                ids.clone(),
                &[n],
                &device,
            )?)
        }
    })
    .await
}

/// Products of few rows and of many with a packed matrix, as it lies or transposed.
pub async fn packed_products(gpu: &Device) -> f64 {
    agree(gpu, 1e-5, packed_product).await
}

/// By every kernel that multiplies.
pub async fn packed_product_kernels(_: &Device) -> f64 {
    let mut worst = 0.0_f64;
    for name in Gpu::matmul_kernels() {
        let device = super::request_gpu().await;
        let Device::Gpu(gpu) = &device else { panic!("a graphics device was requested, the CPU came") };
        gpu.force_matmul(name).unwrap();
        worst = worst.max(agree(&device, 1e-5, packed_product).await);
    }
    worst
}

fn packed_product(make: &mut Maker) -> impl Fn(&[Tensor]) -> Result<Tensor> + use<> {
    let (n, half) = (make.random.between(1, 40), HALVES[make.random.below(2)]);
    let mut size = || match make.random.below(3) {
        0 => make.random.between(1, 9),
        1 => 4 * make.random.between(1, 80),
        _ => make.random.filled_size(),
    };
    let [rows, cols] = [size(), size()];
    let is_turned = make.random.below(2) == 1;
    let [inner, width] = if is_turned { [cols, rows] } else { [rows, cols] };
    make.input(&[n, inner]);
    make.input(&[width]);
    let seed = make.random.below(1000) as u64;
    move |x: &[Tensor]| {
        let weight = random(&mut Random::new(seed), half, [rows, cols], &x[0].device());
        let product = if is_turned { x[0].linear_packed(&weight)? } else { x[0].matmul_packed(&weight)? };
        product.add(&x[1])?.gelu_erf()
    }
}

/// The gradient with respect to the input, of few rows and of many.
pub async fn linear_packed_gradient(device: &Device) -> f64 {
    check(device, 2e-3, |case| {
        let [n, rows, cols] = [(); 3].map(|()| case.random.between(1, 7));
        case.input(&[n, cols]);
        let half = HALVES[case.random.below(2)];
        let numbers = case.random.numbers(rows * cols);
        move |x: &[Tensor]| x[0].linear_packed(&pack(half, &numbers, [rows, cols], &x[0].device()))?.square()
    })
    .await
}

pub async fn matmul_packed_gradient(device: &Device) -> f64 {
    check(device, 2e-3, |case| {
        let [n, rows, cols] = [(); 3].map(|()| case.random.between(1, 7));
        case.input(&[n, rows]);
        let half = HALVES[case.random.below(2)];
        let numbers = case.random.numbers(rows * cols);
        move |x: &[Tensor]| x[0].matmul_packed(&pack(half, &numbers, [rows, cols], &x[0].device()))?.square()
    })
    .await
}

/// Of few rows and of many, also where several blocks of the matrix are widened one after another; transposed, too.
pub async fn a_packed_product_is_that_of_the_widened_matrix(device: &Device) {
    let mut numbers = Random::new(5);
    for half in HALVES {
        for [n, rows, cols] in [[1, 1, 1], [1, 7, 33], [3, 130, 96], [4, 9, 577], [5, 10, 40], [6, 700, 501]]
        {
            let weight = random(&mut numbers, half, [rows, cols], device);
            let x = tensor(device, &[n, cols], &numbers.numbers(n * cols));
            let found = x.linear_packed(&weight).unwrap().to_vec().await.unwrap();
            let wide = weight.widen().unwrap().to_vec().await.unwrap();
            let x = x.to_vec().await.unwrap();
            for (i, &found) in found.iter().enumerate() {
                let terms = (0..cols)
                    .map(|c| f64::from(x[i / rows * cols + c]) * f64::from(wide[i % rows * cols + c]));
                let (sum, size) = terms.fold((0.0, 0.0), |(sum, size), v| (sum + v, size + v.abs()));
                assert!(
                    (f64::from(found) - sum).abs() <= 1e-6 * size,
                    "{n} {rows} {cols}: {found} is not {sum}"
                );
            }
            let y = tensor(device, &[n, rows], &numbers.numbers(n * rows));
            let found = y.matmul_packed(&weight).unwrap().to_vec().await.unwrap();
            let y = y.to_vec().await.unwrap();
            for (i, &found) in found.iter().enumerate() {
                let terms = (0..rows)
                    .map(|r| f64::from(y[i / cols * rows + r]) * f64::from(wide[r * cols + i % cols]));
                let (sum, size) = terms.fold((0.0, 0.0), |(sum, size), v| (sum + v, size + v.abs()));
                assert!(
                    (f64::from(found) - sum).abs() <= 1e-6 * size,
                    "{n} {rows} {cols}, as it lies: {found} is not {sum}"
                );
            }
        }
    }
}
