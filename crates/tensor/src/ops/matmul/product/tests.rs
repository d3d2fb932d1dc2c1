use super::*;

#[test]
fn a_matrix_times_its_own_transpose_is_symmetric_and_right() {
    let (rows, inner) = (77, 300);
    let data: Vec<f32> = (0..rows * inner).map(|i| (i * 7919 % 1000) as f32 / 500.0 - 1.0).collect();
    let a = Matrix { data: &data, offset: 0, row_stride: inner as isize, col_stride: 1 };
    let (mut own, mut plain) = (vec![f32::NAN; rows * rows], vec![f32::NAN; rows * rows]);
    multiply([rows, inner, rows], a, a.transposed(), &mut own, &mut Panels::default(), &mut |_| {});
    let copy = data.clone();
    let b = Matrix { data: &copy, ..a }.transposed();
    multiply([rows, inner, rows], a, b, &mut plain, &mut Panels::default(), &mut |_| {});
    for row in 0..rows {
        for col in 0..rows {
            assert_eq!(own[row * rows + col], own[col * rows + row]);
            assert!((own[row * rows + col] - plain[row * rows + col]).abs() < 1e-4);
        }
    }
}

/// Every pair of orders, with sizes around the tile and the blocks.
#[test]
fn products_equal_sums_in_f64_for_every_order_of_the_operands() {
    let numbers = |count: usize, seed: usize| -> Vec<f32> {
        (0..count).map(|i| ((i * 7919 + seed * 104_729) % 1000) as f32 / 500.0 - 1.0).collect()
    };
    for [rows, inner, cols] in [
        [1, 1, 1],
        [1, 40, 33],
        [3, 5, 9],
        [4, 8, 8],
        [5, 257, 7],
        [67, 300, 19],
        [130, 3, 1030],
        [9, 12, 4],
        [10, 64, 7],
        [6, 1, 11],
        [12, 300, 10],
        [5, 600, 3],
    ] {
        let (a, b) = (numbers(rows * inner, 1), numbers(inner * cols, 2));
        for order in 0..4 {
            let view = |data, is_turned: bool, [n_rows, n_cols]: [usize; 2]| {
                let (row_stride, col_stride) =
                    if is_turned { (1, n_rows as isize) } else { (n_cols as isize, 1) };
                Matrix { data, offset: 0, row_stride, col_stride }
            };
            let a = view(&a[..], order % 2 == 1, [rows, inner]);
            let b = view(&b[..], order / 2 == 1, [inner, cols]);
            let mut out = vec![f32::NAN; rows * cols];
            multiply([rows, inner, cols], a, b, &mut out, &mut Panels::default(), &mut |_| {});
            for (i, &found) in out.iter().enumerate() {
                let terms = (0..inner)
                    .map(|k| f64::from(a.data[a.at(i / cols, k)]) * f64::from(b.data[b.at(k, i % cols)]));
                let exact: f64 = terms.sum();
                assert!(
                    (f64::from(found) - exact).abs() < 1e-4,
                    "{rows} {inner} {cols}, order {order}: {found}"
                );
            }
        }
    }
}
