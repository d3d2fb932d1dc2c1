//! The first judge: small numbers worked out by hand.

use inscape_tensor::{Device, Padding2d, Tensor};

/// A tensor of these numbers.
pub fn tensor(device: &Device, shape: &[usize], data: &[f32]) -> Tensor {
    Tensor::from_vec(data.to_vec(), shape, device).unwrap()
}

/// Fails unless `x` has this shape and these numbers; NaN equals NaN.
pub async fn expect(x: Tensor, shape: &[usize], data: &[f32]) {
    assert_eq!(x.shape(), shape);
    let found = x.to_vec().await.unwrap();
    let same = |(f, d): (&f32, &f32)| f == d || (f.is_nan() && d.is_nan());
    assert!(found.len() == data.len() && found.iter().zip(data).all(same), "{found:?} is not {data:?}");
}

/// As [`expect`], within 1e-6.
pub async fn expect_near(x: Tensor, shape: &[usize], data: &[f32]) {
    assert_eq!(x.shape(), shape);
    let found = x.to_vec().await.unwrap();
    let near = |(f, d): (&f32, &f32)| (f - d).abs() <= 1e-6 || (f.is_nan() && d.is_nan());
    assert!(found.len() == data.len() && found.iter().zip(data).all(near), "{found:?} is not {data:?}");
}

pub async fn elementwise_functions_of_two_tensors_broadcast(device: &Device) {
    let column = tensor(device, &[2, 1], &[1.0, 2.0]);
    let row = tensor(device, &[3], &[10.0, 20.0, -40.0]);
    expect(column.add(&row).unwrap(), &[2, 3], &[11.0, 21.0, -39.0, 12.0, 22.0, -38.0]).await;
    expect(column.sub(&row).unwrap(), &[2, 3], &[-9.0, -19.0, 41.0, -8.0, -18.0, 42.0]).await;
    expect(column.mul(&row).unwrap(), &[2, 3], &[10.0, 20.0, -40.0, 20.0, 40.0, -80.0]).await;
    expect_near(row.div(&column).unwrap(), &[2, 3], &[10.0, 20.0, -40.0, 5.0, 10.0, -20.0]).await;
    expect(row.scale(0.5).unwrap(), &[3], &[5.0, 10.0, -20.0]).await;
}

pub async fn elementwise_functions_of_one_tensor_are_as_defined(device: &Device) {
    let (inf, nan) = (f32::INFINITY, f32::NAN);
    let x = tensor(device, &[7], &[-2.0, 0.0, 3.0, nan, inf, -inf, -1e-30]);
    expect(x.relu().unwrap(), &[7], &[0.0, 0.0, 3.0, nan, inf, 0.0, 0.0]).await;
    expect(x.neg().unwrap(), &[7], &[2.0, 0.0, -3.0, nan, -inf, inf, 1e-30]).await;
    // ln 3 has the sigmoid 3/4.
    let ln3 = 3.0_f32.ln();
    let x = tensor(device, &[6], &[0.0, ln3, -ln3, nan, -200.0, 200.0]);
    expect_near(x.silu().unwrap(), &[6], &[0.0, 0.75 * ln3, -0.25 * ln3, nan, 0.0, 200.0]).await;
    // Φ(1) = 0.841344746.
    let x = tensor(device, &[6], &[0.0, 1.0, -1.0, nan, -30.0, 30.0]);
    expect_near(x.gelu_erf().unwrap(), &[6], &[0.0, 0.841_344_7, -0.158_655_25, nan, 0.0, 30.0]).await;
}

pub async fn a_scalar_has_rank_zero_and_one_number(device: &Device) {
    let two = tensor(device, &[], &[2.0]);
    expect(two.clone(), &[], &[2.0]).await;
    expect(two.add(&two).unwrap().neg().unwrap().relu().unwrap(), &[], &[0.0]).await;
    expect(two.unsqueeze(0).unwrap(), &[1], &[2.0]).await;
    expect(two.reshape(&[1, 1]).unwrap(), &[1, 1], &[2.0]).await;
    expect(two.broadcast_to(&[2, 2]).unwrap(), &[2, 2], &[2.0; 4]).await;
    expect(tensor(device, &[3], &[1.0, 5.0, 4.0]).max(0).unwrap(), &[], &[5.0]).await;
    expect(Tensor::full(7.0, &[3], device).unwrap(), &[3], &[7.0; 3]).await;
}

pub async fn views_read_the_same_numbers_in_another_order(device: &Device) {
    let x = tensor(device, &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let turned = x.transpose().unwrap();
    expect(turned.clone(), &[3, 2], &[1.0, 4.0, 2.0, 5.0, 3.0, 6.0]).await;
    expect(turned.slice(0, 1, 2).unwrap(), &[2, 2], &[2.0, 5.0, 3.0, 6.0]).await;
    expect(turned.slice(0, 1, 2).unwrap().reshape(&[4]).unwrap(), &[4], &[2.0, 5.0, 3.0, 6.0]).await;
    expect(x.slice(0, 1, 1).unwrap().reshape(&[3, 1]).unwrap(), &[3, 1], &[4.0, 5.0, 6.0]).await;
    let many = x.reshape(&[1, 2, 1, 1, 3, 1, 1, 1]).unwrap();
    expect(many.neg().unwrap(), &[1, 2, 1, 1, 3, 1, 1, 1], &[-1.0, -2.0, -3.0, -4.0, -5.0, -6.0]).await;
    let moved = x.to_device(&Device::Cpu).await.unwrap().to_device(device).await.unwrap();
    expect(moved, &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).await;
}

pub async fn an_empty_tensor_passes_through_every_op(device: &Device) {
    let x = tensor(device, &[0, 4], &[]);
    let vector = tensor(device, &[4], &[1.0; 4]);
    for same in [x.relu(), x.gelu_erf(), x.silu(), x.neg(), x.softmax(), x.contiguous(), x.add(&vector)] {
        expect(same.unwrap(), &[0, 4], &[]).await;
    }
    expect(x.layer_norm(&vector, &vector, 1e-5).unwrap(), &[0, 4], &[]).await;
    expect(x.rms_norm(&vector, 1e-5).unwrap(), &[0, 4], &[]).await;
    expect(x.transpose().unwrap().reshape(&[2, 0]).unwrap(), &[2, 0], &[]).await;
    expect(x.sum(0).unwrap(), &[4], &[0.0; 4]).await;
    expect(x.sum(1).unwrap(), &[0], &[]).await;
    expect(x.max(1).unwrap(), &[0], &[]).await;
    expect(x.matmul(&tensor(device, &[4, 2], &[1.0; 8])).unwrap(), &[0, 2], &[]).await;
    expect(tensor(device, &[2, 0], &[]).matmul(&x).unwrap(), &[2, 4], &[0.0; 8]).await;
    expect(vector.unsqueeze(0).unwrap().gather_rows(&[]).unwrap(), &[0, 4], &[]).await;
    expect(Tensor::concat(&[&x, &x], 0).unwrap(), &[0, 4], &[]).await;
    expect(Tensor::concat(&[&x, &vector.unsqueeze(0).unwrap()], 0).unwrap(), &[1, 4], &[1.0; 4]).await;
    let images = tensor(device, &[0, 1, 4, 4], &[]);
    expect(images.max_pool2d(2, 2, false).unwrap(), &[0, 1, 2, 2], &[]).await;
    expect(images.unfold2d([2, 2], 2, Padding2d::default()).unwrap(), &[0, 4, 4], &[]).await;
    expect(tensor(device, &[2, 0, 4], &[]).rope(10_000.0).unwrap(), &[2, 0, 4], &[]).await;
}

pub async fn concat_puts_parts_one_after_another_along_the_dimension(device: &Device) {
    let a = tensor(device, &[2, 2], &[1.0, 2.0, 3.0, 4.0]);
    let b = tensor(device, &[2, 1], &[5.0, 6.0]);
    expect(Tensor::concat(&[&a, &b], 1).unwrap(), &[2, 3], &[1.0, 2.0, 5.0, 3.0, 4.0, 6.0]).await;
    let turned = a.transpose().unwrap();
    expect(Tensor::concat(&[&a, &turned], 0).unwrap(), &[4, 2], &[1.0, 2.0, 3.0, 4.0, 1.0, 3.0, 2.0, 4.0])
        .await;
}

pub async fn matmul_multiplies_rows_by_columns(device: &Device) {
    let a = tensor(device, &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let b = tensor(device, &[3, 2], &[1.0, 0.0, -1.0, 2.0, 0.5, 1.0]);
    expect(a.matmul(&b).unwrap(), &[2, 2], &[0.5, 7.0, 2.0, 16.0]).await;
    expect(a.matmul(&a.transpose().unwrap()).unwrap(), &[2, 2], &[14.0, 32.0, 32.0, 77.0]).await;
    let batch = tensor(device, &[2, 1, 2], &[1.0, 2.0, 3.0, 4.0]);
    let column = tensor(device, &[2, 1], &[10.0, 1.0]);
    expect(batch.matmul(&column).unwrap(), &[2, 1, 1], &[12.0, 34.0]).await;
    expect(column.matmul(&batch).unwrap(), &[2, 2, 2], &[10.0, 20.0, 1.0, 2.0, 30.0, 40.0, 3.0, 4.0]).await;
}

pub async fn matmul_of_a_transposed_batch_with_one_stretched_matrix(device: &Device) {
    let a = tensor(device, &[2, 2, 2], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]).transpose().unwrap();
    let stretched = tensor(device, &[2, 1], &[10.0, 1.0]).broadcast_to(&[2, 2, 1]).unwrap();
    expect(a.matmul(&stretched).unwrap(), &[2, 2, 1], &[13.0, 24.0, 57.0, 68.0]).await;
}

/// So large that the CPU shares the batch among threads; small whole numbers, so that sums are exact in any order.
pub async fn matmul_of_a_large_batch_of_views(device: &Device) {
    let [n, rows, inner, cols] = [7, 65, 64, 67];
    let numbers = |count: usize, step: usize| -> Vec<f32> {
        (0..count).map(|at| (at * step % 11) as f32 - 5.0).collect()
    };
    let (a, b) = (numbers(n * rows * inner, 3), numbers(n * cols * inner, 7));
    let mut product = Vec::new();
    for (at, row) in a.chunks_exact(inner).enumerate() {
        let own = &b[at / rows * cols * inner..][..cols * inner];
        product
            .extend(own.chunks_exact(inner).map(|col| row.iter().zip(col).map(|(a, b)| a * b).sum::<f32>()));
    }
    let b = tensor(device, &[n, cols, inner], &b).transpose().unwrap();
    let a = tensor(device, &[n, rows, inner], &a);
    expect(a.matmul(&b).unwrap(), &[n, rows, cols], &product).await;
    // A part of the batch begins in the middle of the numbers.
    let [a, b] = [a.slice(0, 2, 5).unwrap(), b.slice(0, 2, 5).unwrap()];
    expect(a.matmul(&b).unwrap(), &[5, rows, cols], &product[2 * rows * cols..]).await;
}

pub async fn linear_is_the_product_with_the_transposed_weight_plus_bias(device: &Device) {
    let x = tensor(device, &[1, 2, 2], &[1.0, 2.0, 3.0, 4.0]);
    let weight = tensor(device, &[3, 2], &[1.0, 0.0, 0.0, 1.0, 1.0, 1.0]);
    let bias = tensor(device, &[3], &[0.5, 0.0, -1.0]);
    expect(x.linear(&weight, Some(&bias)).unwrap(), &[1, 2, 3], &[1.5, 2.0, 2.0, 3.5, 4.0, 6.0]).await;
    expect(x.linear(&weight, None).unwrap(), &[1, 2, 3], &[1.0, 2.0, 3.0, 3.0, 4.0, 7.0]).await;
}
