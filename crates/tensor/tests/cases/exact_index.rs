//! Small numbers worked out by hand: lookups, sorting, random numbers, distances.

use inscape_tensor::{Device, RecurrentFunction, RecurrentWeights, Tensor, gradients};

use super::exact::{expect, expect_near, tensor};

pub async fn one_hot_marks_the_class_and_nothing_for_what_is_none(device: &Device) {
    let x = tensor(device, &[4], &[1.0, 0.0, 3.0, 0.5]);
    let rows = [0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    expect(x.one_hot(3).unwrap(), &[4, 3], &rows).await;
    expect(tensor(device, &[], &[1.0]).one_hot(2).unwrap(), &[2], &[0.0, 1.0]).await;
    expect(x.one_hot(0).unwrap(), &[4, 0], &[]).await;
}

pub async fn take_picks_along_a_dimension_and_scatter_add_puts_back(device: &Device) {
    let x = tensor(device, &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    let rows = tensor(device, &[2, 2], &[2.0, 0.0, 1.0, 1.0]);
    expect(x.take(1, &rows).unwrap(), &[2, 2], &[3.0, 1.0, 5.0, 5.0]).await;
    let one = tensor(device, &[1, 2], &[1.0, 0.0]);
    expect(x.take(0, &one).unwrap(), &[1, 2], &[4.0, 2.0]).await;
    let back = x.take(1, &rows).unwrap().scatter_add(1, &rows, 3).unwrap();
    expect(back, &[2, 3], &[1.0, 0.0, 3.0, 0.0, 10.0, 0.0]).await;
    let places = tensor(device, &[2], &[2.0, 0.0]);
    expect(x.index_select(1, &places).unwrap(), &[2, 2], &[3.0, 1.0, 6.0, 4.0]).await;
    expect(x.index_select(0, &tensor(device, &[0], &[])).unwrap(), &[0, 3], &[]).await;
}

pub async fn argmax_and_argmin_find_the_first_of_equals(device: &Device) {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    let x = tensor(device, &[4, 3], &[1.0, 7.0, 7.0, nan, -1.0, -3.0, nan, nan, nan, -inf, -inf, -inf]);
    expect(x.argmax(1).unwrap(), &[4], &[1.0, 1.0, 0.0, 0.0]).await;
    expect(x.argmin(1).unwrap(), &[4], &[0.0, 2.0, 0.0, 0.0]).await;
    expect(x.argmax(0).unwrap(), &[3], &[0.0; 3]).await;
}

pub async fn cumsum_runs_along_a_dimension(device: &Device) {
    let x = tensor(device, &[2, 3], &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
    expect(x.cumsum(1).unwrap(), &[2, 3], &[1.0, 3.0, 6.0, 4.0, 9.0, 15.0]).await;
    expect(x.cumsum(0).unwrap(), &[2, 3], &[1.0, 2.0, 3.0, 5.0, 7.0, 9.0]).await;
    let ones = Tensor::full(1.0, &[1, 1000], device).unwrap().cumsum(1).unwrap();
    let counts: Vec<f32> = (1..=1000).map(|i| i as f32).collect();
    expect(ones, &[1, 1000], &counts).await;
}

pub async fn sorting_is_stable_with_nan_last_in_both_directions(device: &Device) {
    let (nan, inf) = (f32::NAN, f32::INFINITY);
    let x = tensor(device, &[7], &[2.0, nan, -0.0, inf, 0.0, -inf, 2.0]);
    let up = x.sort(0, false).unwrap();
    expect(up.values, &[7], &[-inf, 0.0, 0.0, 2.0, 2.0, inf, nan]).await;
    expect(up.indices, &[7], &[5.0, 2.0, 4.0, 0.0, 6.0, 3.0, 1.0]).await;
    let down = x.sort(0, true).unwrap();
    expect(down.indices, &[7], &[3.0, 0.0, 6.0, 2.0, 4.0, 5.0, 1.0]).await;
    let top = x.top_k(0, 2).unwrap();
    expect(top.values, &[2], &[inf, 2.0]).await;
    expect(top.indices, &[2], &[3.0, 0.0]).await;
    let columns = tensor(device, &[2, 2], &[3.0, 1.0, 2.0, 4.0]).sort(0, false).unwrap();
    expect(columns.values, &[2, 2], &[2.0, 1.0, 3.0, 4.0]).await;
}

pub async fn a_line_longer_than_a_workgroup_is_sorted_too(device: &Device) {
    // 5003 is prime, so that these are all places once.
    let n = 5003;
    let data: Vec<f32> = (0..n).map(|i| (i * 1234 % n) as f32).collect();
    let sorted = Tensor::from_vec(data, &[n], device).unwrap().sort(0, false).unwrap();
    let places: Vec<f32> = (0..n).map(|i| i as f32).collect();
    expect(sorted.values, &[n], &places).await;
    let equal = Tensor::full(1.0, &[n], device).unwrap().argsort(0, true).unwrap();
    expect(equal, &[n], &places).await;
}

pub async fn dropout_keeps_the_mean_and_coins_their_odds(device: &Device) {
    let ones = Tensor::full(1.0, &[100, 100], device).unwrap();
    let kept = ones.dropout(0.25, [3, 4]).unwrap().to_vec().await.unwrap();
    let n_kept = kept.iter().filter(|&&v| v == 1.0 / 0.75).count();
    let n_lost = kept.iter().filter(|&&v| v == 0.0).count();
    assert_eq!(n_kept + n_lost, 10_000);
    // Within four standard deviations, √(10⁴ · ¼ · ¾) = 43.
    assert!(n_kept.abs_diff(7500) < 173, "{n_kept} of 10,000 were kept");
    expect(ones.dropout(0.0, [3, 4]).unwrap(), &[100, 100], &[1.0; 10_000]).await;
    expect(ones.dropout(1.0, [3, 4]).unwrap(), &[100, 100], &[0.0; 10_000]).await;
    let odds = tensor(device, &[2], &[0.0, 1.0]);
    expect(odds.bernoulli([5, 6]).unwrap(), &[2], &[0.0, 1.0]).await;
}

pub async fn normal_numbers_have_mean_zero_and_variance_one(device: &Device) {
    let x = Tensor::random_normal([7, 8], &[20_000], device).unwrap().to_vec().await.unwrap();
    let n = x.len() as f64;
    let mean = x.iter().map(|&v| f64::from(v)).sum::<f64>() / n;
    let variance = x.iter().map(|&v| (f64::from(v) - mean).powi(2)).sum::<f64>() / n;
    let fourth = x.iter().map(|&v| (f64::from(v) - mean).powi(4)).sum::<f64>() / n;
    // Four standard deviations of each: √(1/n), √(2/n), √(96/n).
    assert!(mean.abs() < 0.029 && (variance - 1.0).abs() < 0.04 && (fourth - 3.0).abs() < 0.28);
}

pub async fn segments_are_summed_and_averaged_in_any_order(device: &Device) {
    let x = tensor(device, &[4, 2], &[1.0, 2.0, 10.0, 20.0, 3.0, 4.0, 5.0, 6.0]);
    let ids = tensor(device, &[4], &[2.0, 0.0, 2.0, 2.0]);
    expect(x.segment_sum(&ids, 3).unwrap(), &[3, 2], &[10.0, 20.0, 0.0, 0.0, 9.0, 12.0]).await;
    expect(x.segment_mean(&ids, 3).unwrap(), &[3, 2], &[10.0, 20.0, 0.0, 0.0, 3.0, 4.0]).await;
}

pub async fn distances_of_a_right_triangle(device: &Device) {
    let x = tensor(device, &[2, 2], &[0.0, 0.0, 3.0, 4.0]);
    expect(x.squared_distances(&x).unwrap(), &[2, 2], &[0.0, 25.0, 25.0, 0.0]).await;
    expect(x.manhattan_distances(&x).unwrap(), &[2, 2], &[0.0, 7.0, 7.0, 0.0]).await;
    expect_near(x.cosine_similarities(&x).unwrap(), &[2, 2], &[0.0, 0.0, 0.0, 1.0]).await;
    // At distance 0 the gradient is 0, not NaN.
    let x = x.parameter().unwrap();
    let distances = x.distances(&x.detach().unwrap()).unwrap();
    let gradient = gradients(&distances.sum_all().unwrap(), &[&x]).unwrap().remove(0);
    expect_near(distances, &[2, 2], &[0.0, 5.0, 5.0, 0.0]).await;
    expect_near(gradient, &[2, 2], &[-0.6, -0.8, 0.6, 0.8]).await;
}

pub async fn a_network_of_many_steps_counts_and_passes_its_gradient_back(device: &Device) {
    let time = 1000;
    let x = Tensor::full(1.0, &[1, time, 1], device).unwrap().parameter().unwrap();
    let one = Tensor::full(1.0, &[1, 1], device).unwrap();
    let weights = RecurrentWeights { input: &one, recurrent: &one, biases: None };
    let out = x.rnn(&weights, None, RecurrentFunction::Relu).unwrap();
    let gradient = gradients(&out.outputs.sum_all().unwrap(), &[&x]).unwrap().remove(0);
    let counts: Vec<f32> = (1..=time).map(|t| t as f32).collect();
    expect(out.outputs, &[1, time, 1], &counts).await;
    expect(out.hidden, &[1, 1], &[time as f32]).await;
    let back: Vec<f32> = counts.into_iter().rev().collect();
    expect(gradient, &[1, time, 1], &back).await;
}

pub async fn the_gradient_of_slices_is_put_together_where_they_were(device: &Device) {
    let x = tensor(device, &[2, 5], &[0.0; 10]).parameter().unwrap();
    let part = |start: usize, len: usize, by: f32| {
        x.slice(1, start, len).unwrap().scale(by).unwrap().sum_all().unwrap()
    };
    // A gap at 2; 0 and 1 overlap; one range twice; and the other dimension.
    let row = x.slice(0, 1, 1).unwrap().scale(1000.0).unwrap().sum_all().unwrap();
    let sums = [part(0, 2, 1.0), part(1, 1, 10.0), part(3, 2, 100.0), part(3, 2, 200.0), row];
    let loss = sums.iter().skip(1).fold(sums[0].clone(), |sum, next| sum.add(next).unwrap());
    let gradient = gradients(&loss, &[&x]).unwrap().remove(0);
    let expected = [1.0, 11.0, 0.0, 300.0, 300.0, 1001.0, 1011.0, 1000.0, 1300.0, 1300.0];
    expect(gradient, &[2, 5], &expected).await;
}

pub async fn the_transform_of_a_wave_is_one_line(device: &Device) {
    let wave = tensor(device, &[4], &[1.0, 0.0, -1.0, 0.0]);
    let lines = wave.rfft().unwrap();
    expect_near(lines.clone(), &[3, 2], &[0.0, 0.0, 2.0, 0.0, 0.0, 0.0]).await;
    expect_near(lines.irfft(4).unwrap(), &[4], &[1.0, 0.0, -1.0, 0.0]).await;
    let complex = tensor(device, &[2, 2], &[1.0, 2.0, 3.0, 5.0]);
    expect_near(complex.fft().unwrap(), &[2, 2], &[4.0, 7.0, -2.0, -3.0]).await;
    expect_near(complex.fft().unwrap().ifft().unwrap(), &[2, 2], &[1.0, 2.0, 3.0, 5.0]).await;
}

pub async fn what_lookups_and_the_like_refuse(device: &Device) {
    let x = tensor(device, &[2, 3], &[0.0; 6]);
    let refused = |result: inscape_tensor::Result<Tensor>, words: &str| {
        let sentence = result.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(sentence.contains(words), "“{sentence}” lacks “{words}”");
    };
    refused(x.take(1, &tensor(device, &[3, 1], &[0.0; 3])), "indices within [2, 3] but for dimension 1");
    refused(x.index_select(0, &x), "indices [n]");
    refused(x.scatter_add(0, &tensor(device, &[1], &[0.0]), 2), "indices [2, 3]");
    refused(x.top_k(1, 4).map(|top| top.values), "at most the 3 entries of dimension 1");
    refused(x.dropout(1.5, [0, 0]), "a probability in 0 ..= 1, found 1.5");
    refused(x.distances(&tensor(device, &[2, 2], &[0.0; 4])), "[…, n, d] and […, m, d]");
    refused(x.irfft(4), "[…, 3, 2] for 4 numbers");
    if matches!(device, Device::Cpu) {
        let beyond = x.take(1, &tensor(device, &[2, 1], &[0.0, 3.0])).unwrap();
        let error = beyond.to_vec().await.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(error.contains("whole indices below 3"), "{error}");
    }
}
