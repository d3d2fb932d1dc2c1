//! The test bodies, one for every device. The lists below are stamped by `agreement_native.rs`
//! (software or real Vulkan, Metal, DX12) and `agreement_worker.rs` (WebGPU in a browser's worker).
#![allow(clippy::unwrap_used, clippy::print_stdout)]

pub mod agreement;
pub mod agreement_kernels;
pub mod agreement_ops;
pub mod errors;
pub mod exact;
pub mod exact_rows;
pub mod gelu;
pub mod golden;
pub mod gpu_errors;
pub mod gradient_ops;
pub mod gradients;
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
            matmul_kernels, row_kernels
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
            max_pool2d, attention, rope
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
            gelu::the_error_function_within_gelu_is_right_to_two_ten_millionths,
            errors::wrong_shapes_are_refused_in_a_sentence,
            errors::tensors_of_two_devices_do_not_meet,
            golden::results_match_torch_and_transformers
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
            gpu_errors::a_device_repeats_itself_to_the_bit
        }
    };
}

pub(crate) use {each_agreement, each_exact, each_gpu_error, each_gradient};
