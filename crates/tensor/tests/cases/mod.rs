//! The test bodies, one for every device. The lists below are stamped by `agreement_native.rs`
//! (software or real Vulkan, Metal, DX12) and `agreement_worker.rs` (WebGPU in a browser's worker).
#![allow(clippy::unwrap_used, clippy::print_stdout)]

pub mod agreement;
pub mod agreement_conv;
pub mod agreement_index;
pub mod agreement_kernels;
pub mod agreement_ops;
pub mod errors;
pub mod exact;
pub mod exact_conv;
pub mod exact_index;
pub mod exact_rows;
pub mod finish;
pub mod gelu;
pub mod golden;
pub mod golden_conv;
pub mod golden_index;
pub mod golden_linalg;
pub mod gpu_errors;
pub mod gradient_conv;
pub mod gradient_index;
pub mod gradient_linalg;
pub mod gradient_ops;
pub mod gradients;
pub mod linalg;
pub mod memory;
pub mod packed;
pub mod random;

use inscape_tensor::{Device, gpu::Gpu};

/// The device under test. Without one these tests fail: they never skip.
pub async fn request_gpu() -> Device {
    match Gpu::request().await {
        Ok(gpu) => Device::Gpu(gpu),
        Err(error) => panic!(
            "The agreement tests need a graphics adapter, and a software one will do (Debian: \
             mesa-vulkan-drivers and libvulkan1; Chromium: its own SwiftShader). {error}."
        ),
    }
}

/// Ops whose GPU results are compared with the CPU's on random shapes.
macro_rules! each_agreement {
    ($stamp:ident) => {
        $stamp! {
            relu, neg, gelu_erf, silu, contiguous, add, sub, mul, div, sum, mean, max, softmax, layer_norm,
            rms_norm, gather_rows, concat, matmul, linear, unfold2d, conv2d, max_pool2d, attention, rope,
            one_hot, take, index_select, scatter_add, argmax, argmin, cumsum, cumsum_of_long_lines, argsort,
            sort_of_long_lines, top_k, random_uniform, random_normal, bernoulli, dropout, segment_mean,
            squared_distances, distances, cosine_similarities, manhattan_distances, attention_with, rnn, gru,
            lstm, rfft, irfft, rfft2, irfft2,
            conv2d_with, conv2d_gradients, conv1d, conv3d, conv_transpose1d, conv_transpose2d, max_pool2d_with,
            max_pool2d_gradient, avg_pool2d, adaptive_avg_pool2d, adaptive_max_pool2d, batch_norm, batch_norm_with,
            group_norm, pixel_shuffle, resize2d,
            matmul_kernels, conv2d_kernels, row_kernels, linear_packed, take_packed_rows, packed_products,
            packed_product_kernels
        }
    };
}

/// Ops whose gradients are compared with central differences, on every device.
macro_rules! each_gradient {
    ($stamp:ident) => {
        $stamp! {
            neg, abs, exp, ln, sqrt, recip, square, tanh, sigmoid, erf, sin, cos, relu, elu, softplus, gelu_erf,
            gelu_tanh, silu, contiguous, sum_all, add, sub, mul, div, pow, maximum, minimum, select, sum, mean,
            max, min, flip, views, joins, matmul, softmax, log_softmax, layer_norm, rms_norm, take_rows, conv2d,
            max_pool2d, attention, rope, conv2d_with, depthwise_conv2d, conv1d, conv3d, conv_transpose1d,
            conv_transpose2d, max_pool2d_with, avg_pool2d, adaptive_avg_pool2d, adaptive_max_pool2d, batch_norm,
            group_norm, pixel_shuffle, resize2d,
            take, take_of_a_part, index_select, cumsum, dropout, sort, top_k, segment_mean, squared_distances,
            distances, cosine_similarities, manhattan_distances, attention_with, rnn, gru, lstm, fourier,
            linear_packed_gradient, matmul_packed_gradient
        }
    };
}

/// Ops of the CPU alone whose gradients are compared with central differences.
macro_rules! each_cpu_gradient {
    ($stamp:ident) => {
        $stamp! {
            svd, eigh, qr, cholesky, log_determinants, solve, solve_triangular, cholesky_solve, inverse, least_squares,
            pseudo_inverse
        }
    };
}

/// Bodies that run on any device.
macro_rules! each_exact {
    ($stamp:ident) => {
        $stamp! {
            exact::elementwise_functions_of_two_tensors_broadcast,
            exact::elementwise_functions_of_one_tensor_are_as_defined,
            exact::a_scalar_has_rank_zero_and_one_number,
            exact::views_read_the_same_numbers_in_another_order,
            exact::an_empty_tensor_passes_through_every_op,
            exact::concat_puts_parts_one_after_another_along_the_dimension,
            exact::matmul_multiplies_rows_by_columns,
            exact::matmul_of_a_transposed_batch_with_one_stretched_matrix,
            exact::matmul_of_a_large_batch_of_views,
            exact::linear_is_the_product_with_the_transposed_weight_plus_bias,
            exact_rows::sum_mean_and_max_remove_the_dimension,
            exact_rows::softmax_of_equal_numbers_is_uniform_and_masked_ones_get_nothing,
            exact_rows::norms_have_mean_zero_or_mean_square_one,
            exact_rows::rows_beyond_one_grid_dimension_are_reduced_too,
            exact_rows::gather_rows_looks_rows_up,
            exact_rows::unfold2d_lays_patches_out_as_columns,
            exact_rows::an_image_of_padding_alone_unfolds_to_zeros,
            exact_rows::conv2d_is_a_cross_correlation_with_asymmetric_padding,
            exact_rows::max_pool2d_clips_the_last_window_when_it_rounds_up,
            exact_rows::attention_without_a_preference_averages_what_it_may_see,
            exact_rows::rope_turns_pairs_by_the_position,
            exact_index::one_hot_marks_the_class_and_nothing_for_what_is_none,
            exact_index::take_picks_along_a_dimension_and_scatter_add_puts_back,
            exact_index::argmax_and_argmin_find_the_first_of_equals,
            exact_index::cumsum_runs_along_a_dimension,
            exact_index::sorting_is_stable_with_nan_last_in_both_directions,
            exact_index::a_line_longer_than_a_workgroup_is_sorted_too,
            exact_index::dropout_keeps_the_mean_and_coins_their_odds,
            exact_index::normal_numbers_have_mean_zero_and_variance_one,
            exact_index::segments_are_summed_and_averaged_in_any_order,
            exact_index::distances_of_a_right_triangle,
            exact_index::a_network_of_many_steps_counts_and_passes_its_gradient_back,
            exact_index::the_gradient_of_slices_is_put_together_where_they_were,
            exact_index::the_transform_of_a_wave_is_one_line,
            exact_index::what_lookups_and_the_like_refuse,
            exact_conv::a_dilated_kernel_skips_pixels,
            exact_conv::groups_of_channels_do_not_see_each_other,
            exact_conv::conv1d_may_look_back_only,
            exact_conv::conv3d_sums_over_the_depth_too,
            exact_conv::a_transposed_convolution_lays_the_kernel_down_at_each_pixel,
            exact_conv::padding_never_is_the_largest,
            exact_conv::means_count_the_padding_unless_told_otherwise,
            exact_conv::shares_of_an_image_overlap_where_they_must,
            exact_conv::batch_norm_gives_its_statistics,
            exact_conv::group_and_instance_norm_differ_in_what_they_join,
            exact_conv::pixel_shuffle_lays_channels_out_as_pixels,
            exact_conv::resizing_repeats_pixels_or_mixes_neighbours,
            exact_conv::empty_batches_pass_through_convolutions_and_poolings,
            gelu::the_error_function_within_gelu_is_right_to_two_ten_millionths,
            packed::every_finite_pattern_widens_exactly,
            packed::a_packed_matrix_multiplies_and_gives_its_rows,
            packed::a_packed_product_keeps_to_the_range_of_f32,
            packed::a_packed_product_is_that_of_the_widened_matrix,
            packed::a_packed_matrix_without_numbers_is_one,
            packed::a_matrix_that_is_written_in_pieces_is_the_same,
            packed::what_packed_matrices_refuse,
            finish::bias_activation_and_residual_cost_no_kernel,
            errors::wrong_shapes_are_refused_in_a_sentence,
            errors::tensors_of_two_devices_do_not_meet,
            memory::a_tensor_that_no_memory_holds_is_refused_with_op_shape_and_a_next_step,
            memory::without_memory_a_run_errs_and_all_is_as_it_was,
            memory::a_tensor_that_is_given_up_is_written_over_where_nobody_else_holds_it,
            golden::results_match_torch_and_transformers,
            golden_conv::convolutions_and_poolings_match_torch,
            golden_index::lookups_orders_and_networks_through_time_match_torch
        }
    };
}

/// Bodies that run on the CPU only.
macro_rules! each_cpu_exact {
    ($stamp:ident) => {
        $stamp! {
            linalg::small_decompositions_are_as_by_hand,
            linalg::decompositions_multiply_back,
            linalg::solves_leave_no_residual,
            linalg::the_pseudo_inverse_is_that_of_moore_and_penrose,
            linalg::matrices_without_numbers_decompose_into_such,
            linalg::matrices_that_do_not_suit_are_refused_in_a_sentence,
            linalg::equal_singular_values_have_finite_gradients,
            golden_linalg::decompositions_and_their_gradients_match_torch
        }
    };
}

/// Bodies that request a graphics device of their own.
macro_rules! each_gpu_error {
    ($stamp:ident) => {
        $stamp! {
            gpu_errors::a_tensor_above_the_limit_is_refused_with_a_next_step,
            gpu_errors::a_lost_device_is_an_error_and_not_a_hang,
            gpu_errors::a_device_lost_while_commands_wait_is_an_error_and_not_a_hang,
            gpu_errors::a_device_repeats_itself_to_the_bit,
            linalg::a_graphics_device_sends_decompositions_to_the_cpu
        }
    };
}

pub(crate) use {
    each_agreement, each_cpu_exact, each_cpu_gradient, each_exact, each_gpu_error, each_gradient,
};
