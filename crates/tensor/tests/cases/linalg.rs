//! Linear algebra on the CPU: small numbers worked out by hand, what is refused, and the laws that
//! decompositions and solves obey on random shapes.

use inscape_tensor::{Device, Error, Result, Tensor, Triangle, gpu::Gpu};

use super::exact::{expect, expect_near, tensor};
use super::random::Random;

/// f32 results of f64 work, and sums of a few dozen f32 products of them.
const ROUNDED: f32 = 1e-5;

/// Seeded matrices of odd shapes: one by one, tall, wide, and batches.
fn shapes() -> Vec<Vec<usize>> {
    let pairs = [[1, 1], [1, 5], [5, 1], [2, 2], [3, 7], [7, 3], [13, 13], [17, 5], [5, 33], [65, 31]];
    let mut shapes: Vec<Vec<usize>> = pairs.iter().map(|pair| pair.to_vec()).collect();
    shapes.extend([vec![3, 4, 4], vec![2, 3, 5, 2], vec![2, 1, 2, 5]]);
    shapes
}

fn random(device: &Device, shape: &[usize]) -> Tensor {
    let count = shape.iter().product();
    tensor(device, shape, &Random::new(count as u64 + shape.len() as u64).numbers(count))
}

/// `A Aᵀ + I`, of condition at most a few hundred.
fn positive(x: &Tensor) -> Tensor {
    x.matmul(&x.transpose().unwrap()).unwrap().add(&unit(x.shape()[x.rank() - 2], &x.device())).unwrap()
}

fn unit(n: usize, device: &Device) -> Tensor {
    let mut data = vec![0.0; n * n];
    data.iter_mut().step_by(n + 1).for_each(|value| *value = 1.0);
    tensor(device, &[n, n], &data)
}

/// Fails unless both are equal to [`ROUNDED`] of the largest number of either.
async fn same(what: &str, a: Tensor, b: Tensor) {
    let b = b.broadcast_to(a.shape()).unwrap_or_else(|error| panic!("{what}: {error}"));
    let (a, b) = (a.to_vec().await.unwrap(), b.to_vec().await.unwrap());
    let largest = a.iter().chain(&b).fold(1.0_f32, |most, value| most.max(value.abs()));
    let worst = a.iter().zip(&b).fold(0.0_f32, |most, (a, b)| most.max((a - b).abs()));
    assert!(worst <= ROUNDED * largest, "{what}: {worst:e} of {largest:e}");
}

async fn orthonormal_columns(what: &str, x: &Tensor) {
    let n = x.shape()[x.rank() - 1];
    same(what, x.transpose().unwrap().matmul(x).unwrap(), unit(n, &x.device())).await;
}

/// Fails unless each column's largest component is positive.
async fn signs_are_fixed(what: &str, x: &Tensor) {
    let columns = x.transpose().unwrap();
    let largest = columns.max(columns.rank() - 1).unwrap();
    let least = columns.min(columns.rank() - 1).unwrap();
    let sums = largest.add(&least).unwrap().to_vec().await.unwrap();
    assert!(sums.iter().all(|&sum| sum >= -1e-5), "{what}: {sums:?}");
}

fn rows_of(s: &Tensor) -> Tensor {
    s.unsqueeze(s.rank() - 1).unwrap()
}

pub async fn decompositions_multiply_back(device: &Device) {
    for shape in shapes() {
        let x = random(device, &shape);
        let svd = x.svd().unwrap();
        let what = format!("svd of {shape:?}");
        same(&what, svd.u.mul(&rows_of(&svd.s)).unwrap().matmul(&svd.vt).unwrap(), x.clone()).await;
        orthonormal_columns(&what, &svd.u).await;
        orthonormal_columns(&what, &svd.vt.transpose().unwrap()).await;
        signs_are_fixed(&what, &svd.u).await;
        let k = svd.s.shape()[svd.s.rank() - 1];
        let s = svd.s.to_vec().await.unwrap();
        assert!(s.chunks_exact(k).all(|s| s[k - 1] >= 0.0 && s.is_sorted_by(|a, b| a >= b)), "{what}: {s:?}");

        let qr = x.qr().unwrap();
        let what = format!("qr of {shape:?}");
        same(&what, qr.q.matmul(&qr.r).unwrap(), x.clone()).await;
        orthonormal_columns(&what, &qr.q).await;
        let (r, cols) = (qr.r.to_vec().await.unwrap(), shape[shape.len() - 1]);
        for (i, row) in r.chunks_exact(cols).enumerate().map(|(i, row)| (i % k, row)) {
            assert!(row[i] >= 0.0 && row[..i].iter().all(|&below| below == 0.0), "{what}: {row:?}");
        }

        let a = positive(&x);
        let eigen = a.eigh().unwrap();
        let what = format!("eigh for {shape:?}");
        let scaled = eigen.vectors.mul(&rows_of(&eigen.values)).unwrap();
        same(&what, scaled.matmul(&eigen.vectors.transpose().unwrap()).unwrap(), a.clone()).await;
        orthonormal_columns(&what, &eigen.vectors).await;
        signs_are_fixed(&what, &eigen.vectors).await;
        let n = a.shape()[a.rank() - 1];
        let values = eigen.values.to_vec().await.unwrap();
        assert!(values.chunks_exact(n).all(|values| values.is_sorted()), "{what}: {values:?}");

        let l = a.cholesky().unwrap();
        same(&format!("cholesky for {shape:?}"), l.matmul(&l.transpose().unwrap()).unwrap(), a).await;
    }
}

pub async fn solves_leave_no_residual(device: &Device) {
    for shape in shapes() {
        let x = random(device, &shape);
        let a = positive(&x);
        let n = a.shape()[a.rank() - 1];
        let b = random(device, &[n, 3]);
        let what = format!("a system for {shape:?}");
        let found = a.solve(&b).unwrap();
        same(&what, a.matmul(&found).unwrap(), b.clone()).await;
        let l = a.cholesky().unwrap();
        same(&what, a.matmul(&l.cholesky_solve(&b).unwrap()).unwrap(), b.clone()).await;
        let half = l.solve_triangular(&b, Triangle::Lower).unwrap();
        same(&what, l.matmul(&half).unwrap(), b.clone()).await;
        let upper = l.transpose().unwrap();
        same(&what, upper.matmul(&upper.solve_triangular(&b, Triangle::Upper).unwrap()).unwrap(), b).await;
        same(&what, a.matmul(&a.inverse().unwrap()).unwrap(), unit(n, device)).await;
        let log_abs = a.log_determinant().unwrap().log_abs;
        same(&what, a.log_determinant_cholesky().unwrap(), log_abs.clone()).await;
        let values = a.eigh().unwrap().values;
        same(&what, values.ln().unwrap().sum(values.rank() - 1).unwrap(), log_abs).await;
    }
}

pub async fn the_pseudo_inverse_is_that_of_moore_and_penrose(device: &Device) {
    for shape in shapes() {
        let full = random(device, &shape);
        // One of full rank, and one of rank 1.
        let thin = full.svd().unwrap();
        let last = full.rank() - 1;
        let one = thin.u.slice(last, 0, 1).unwrap().matmul(&thin.vt.slice(last - 1, 0, 1).unwrap()).unwrap();
        for (a, rank) in [(full.clone(), shape[last].min(shape[last - 1])), (one, 1)] {
            let what = format!("pseudo-inverse of {shape:?} at rank {rank}");
            let p = a.pseudo_inverse().unwrap();
            let (ap, pa) = (a.matmul(&p).unwrap(), p.matmul(&a).unwrap());
            same(&what, ap.matmul(&a).unwrap(), a.clone()).await;
            same(&what, pa.matmul(&p).unwrap(), p.clone()).await;
            same(&what, ap.transpose().unwrap(), ap).await;
            same(&what, pa.transpose().unwrap(), pa).await;
            let ranks = a.matrix_rank().unwrap().to_vec().await.unwrap();
            assert!(ranks.iter().all(|&found| found == rank as f32), "{what}: {ranks:?}");
            let b = random(device, &[shape[last - 1], 2]);
            same(&what, a.least_squares(&b).unwrap(), p.matmul(&b).unwrap()).await;
        }
    }
}

pub async fn small_decompositions_are_as_by_hand(device: &Device) {
    let x = tensor(device, &[2, 2], &[0.0, -2.0, 3.0, 0.0]);
    let svd = x.svd().unwrap();
    expect_near(svd.u, &[2, 2], &[0.0, 1.0, 1.0, 0.0]).await;
    expect_near(svd.s, &[2], &[3.0, 2.0]).await;
    expect_near(svd.vt, &[2, 2], &[1.0, 0.0, 0.0, -1.0]).await;
    expect_near(x.condition_number().unwrap(), &[], &[1.5]).await;
    let determinant = x.log_determinant().unwrap();
    expect(determinant.sign, &[], &[1.0]).await;
    expect_near(determinant.log_abs, &[], &[6.0_f32.ln()]).await;

    let root = 0.5_f32.sqrt();
    let x = tensor(device, &[2, 2], &[2.0, 1.0, 1.0, 2.0]);
    let eigen = x.eigh().unwrap();
    expect_near(eigen.values, &[2], &[1.0, 3.0]).await;
    expect_near(eigen.vectors, &[2, 2], &[root, root, -root, root]).await;
    // Only the symmetric part is read.
    let skewed = tensor(device, &[2, 2], &[2.0, 0.0, 2.0, 2.0]);
    expect_near(skewed.eigh().unwrap().values, &[2], &[1.0, 3.0]).await;

    let x = tensor(device, &[2, 2], &[4.0, 6.0, 6.0, 10.0]);
    expect_near(x.cholesky().unwrap(), &[2, 2], &[2.0, 0.0, 3.0, 1.0]).await;
    expect_near(x.log_determinant_cholesky().unwrap(), &[], &[4.0_f32.ln()]).await;

    let x = tensor(device, &[3, 2], &[0.0, -1.0, -3.0, 2.0, 4.0, 4.0]);
    let qr = x.qr().unwrap();
    expect_near(qr.r, &[2, 2], &[5.0, 2.0, 0.0, 17.0_f32.sqrt()]).await;

    let x = tensor(device, &[2, 2], &[0.0, 2.0, 1.0, 1.0]);
    expect_near(x.inverse().unwrap(), &[2, 2], &[-0.5, 1.0, 0.5, 0.0]).await;
    expect(x.log_determinant().unwrap().sign, &[], &[-1.0]).await;
    let b = tensor(device, &[2, 2, 1], &[2.0, 3.0, 4.0, -1.0]);
    expect_near(x.solve(&b).unwrap(), &[2, 2, 1], &[2.0, 1.0, -3.0, 2.0]).await;
    // Only the triangle is read.
    let b = tensor(device, &[2, 1], &[4.0, 3.0]);
    let upper = tensor(device, &[2, 2], &[1.0, 2.0, 9.0, 3.0]);
    expect_near(upper.solve_triangular(&b, Triangle::Upper).unwrap(), &[2, 1], &[2.0, 1.0]).await;

    // A line through (0, 1), (1, 3), (2, 5), (3, 6): 1.2 + 1.7 t.
    let line = tensor(device, &[4, 2], &[1.0, 0.0, 1.0, 1.0, 1.0, 2.0, 1.0, 3.0]);
    let heights = tensor(device, &[4, 1], &[1.0, 3.0, 5.0, 6.0]);
    expect_near(line.least_squares(&heights).unwrap(), &[2, 1], &[1.2, 1.7]).await;
    // x + y = 2 has the shortest solution (1, 1).
    let sum = tensor(device, &[1, 2], &[1.0, 1.0]);
    expect_near(sum.least_squares(&tensor(device, &[1, 1], &[2.0])).unwrap(), &[2, 1], &[1.0, 1.0]).await;
}

pub async fn matrices_without_numbers_decompose_into_such(device: &Device) {
    let (tall, batch) = (tensor(device, &[3, 0], &[]), tensor(device, &[0, 2, 2], &[]));
    expect(tall.svd().unwrap().vt, &[0, 0], &[]).await;
    expect(tall.qr().unwrap().q, &[3, 0], &[]).await;
    expect(tall.pseudo_inverse().unwrap(), &[0, 3], &[]).await;
    expect(
        tall.transpose().unwrap().least_squares(&tensor(device, &[0, 1], &[])).unwrap(),
        &[3, 1],
        &[0.0; 3],
    )
    .await;
    expect(batch.eigh().unwrap().values, &[0, 2], &[]).await;
    expect(batch.cholesky().unwrap(), &[0, 2, 2], &[]).await;
    expect(batch.inverse().unwrap(), &[0, 2, 2], &[]).await;
    let determinant = tensor(device, &[2, 0, 0], &[]).log_determinant().unwrap();
    expect(determinant.sign, &[2], &[1.0, 1.0]).await;
    expect(determinant.log_abs, &[2], &[0.0, 0.0]).await;
}

/// Fails unless reading `x` is refused with these words.
async fn refused(x: Result<Tensor>, words: &[&str]) {
    let error = match x {
        Ok(x) => x.to_vec().await.expect_err(words[0]),
        Err(error) => error,
    };
    let sentence = error.to_string();
    for word in words {
        assert!(sentence.contains(word), "“{sentence}” lacks “{word}”");
    }
}

pub async fn matrices_that_do_not_suit_are_refused_in_a_sentence(device: &Device) {
    let wide = tensor(device, &[2, 3], &[1.0; 6]);
    let b = tensor(device, &[3, 1], &[1.0; 3]);
    refused(b.reshape(&[3]).unwrap().svd().map(|svd| svd.u), &["svd", "matrices", "[3]"]).await;
    refused(wide.eigh().map(|eigen| eigen.values), &["eigh", "square matrices", "[2, 3]"]).await;
    refused(wide.cholesky(), &["cholesky", "square matrices", "[2, 3]"]).await;
    refused(wide.inverse(), &["inverse", "square matrices", "[2, 3]"]).await;
    refused(wide.least_squares(&b), &["least_squares", "a right side […, 2, k]", "[3, 1]"]).await;

    let singular = tensor(device, &[2, 2, 2], &[1.0, 0.0, 0.0, 1.0, 1.0, 2.0, 2.0, 4.0]);
    let words = ["expected matrices that are not singular", "at place 1", "matrix 1"];
    refused(singular.solve(&b.slice(0, 0, 2).unwrap()), &["solve", words[0], words[1], words[2]]).await;
    refused(singular.inverse(), &words).await;
    let corner = only_upper(device);
    refused(
        corner.solve_triangular(&b.slice(0, 0, 2).unwrap(), Triangle::Lower),
        &["solve_triangular", words[0]],
    )
    .await;
    refused(
        singular.cholesky(),
        &["cholesky: expected positive definite matrices", "at place 1 of matrix 1"],
    )
    .await;
    let determinant = singular.log_determinant().unwrap();
    expect(determinant.sign, &[2], &[1.0, 0.0]).await;
    expect(determinant.log_abs, &[2], &[0.0, f32::NEG_INFINITY]).await;

    let hole = tensor(device, &[1, 2, 2], &[1.0, 2.0, f32::NAN, 4.0]);
    let words = ["expected finite numbers, found NaN in row 1, column 0 of matrix 0"];
    refused(hole.svd().map(|svd| svd.s), &words).await;
    refused(hole.eigh().map(|eigen| eigen.values), &words).await;
    refused(hole.qr().map(|qr| qr.r), &words).await;
    refused(hole.cholesky(), &words).await;
    refused(hole.inverse(), &words).await;
    refused(hole.pseudo_inverse(), &words).await;
    refused(hole.log_determinant().map(|determinant| determinant.log_abs), &words).await;
    // And afterwards the same graph runs on better numbers.
    expect_near(unit(2, device).unsqueeze(0).unwrap().cholesky().unwrap(), &[1, 2, 2], &[1.0, 0.0, 0.0, 1.0])
        .await;
}

/// Zero on the diagonal.
fn only_upper(device: &Device) -> Tensor {
    tensor(device, &[2, 2], &[0.0, 1.0, 0.0, 1.0])
}

pub async fn equal_singular_values_have_finite_gradients(device: &Device) {
    let x = unit(3, device).parameter().unwrap();
    let svd = x.svd().unwrap();
    let loss = svd.u.sum_all().unwrap().add(&svd.vt.sum_all().unwrap()).unwrap();
    let gradient = inscape_tensor::gradients(&loss, &[&x]).unwrap().remove(0).to_vec().await.unwrap();
    assert_eq!(gradient, [0.0; 9]);
    let eigen = x.eigh().unwrap();
    let loss =
        eigen.vectors.square().unwrap().sum_all().unwrap().add(&eigen.values.sum_all().unwrap()).unwrap();
    let gradient = inscape_tensor::gradients(&loss, &[&x]).unwrap().remove(0);
    same("the gradient of the trace", gradient, unit(3, device)).await;
}

pub async fn a_graphics_device_sends_decompositions_to_the_cpu() {
    let device = match Gpu::request().await {
        Ok(gpu) => Device::Gpu(gpu),
        Err(error) => panic!("{error}"),
    };
    let x = unit(2, &device);
    let results = [
        ("svd", x.svd().map(|svd| svd.u)),
        ("svd", x.matrix_rank()),
        ("svd", x.condition_number()),
        ("eigh", x.eigh().map(|eigen| eigen.values)),
        ("qr", x.qr().map(|qr| qr.q)),
        ("cholesky", x.cholesky()),
        ("cholesky", x.log_determinant_cholesky()),
        ("solve_triangular", x.solve_triangular(&x, Triangle::Lower)),
        ("solve_triangular", x.cholesky_solve(&x)),
        ("solve", x.solve(&x)),
        ("inverse", x.inverse()),
        ("least_squares", x.least_squares(&x)),
        ("pseudo_inverse", x.pseudo_inverse()),
        ("log_determinant", x.log_determinant().map(|determinant| determinant.log_abs)),
    ];
    for (op, result) in results {
        let error = result.expect_err(op);
        assert_eq!(error, Error::CpuOnly { op });
        assert!(error.to_string().contains("move the tensor there with to_device first"), "{error}");
    }
}
