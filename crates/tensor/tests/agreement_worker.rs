//! All test bodies in a dedicated worker of a browser, on the CPU in wasm and on WebGPU. The browser's
//! options are in `webdriver.json`; the printed deviations show with `--nocapture`.
#![cfg(target_arch = "wasm32")]

mod cases;

use std::cell::OnceCell;

use inscape_tensor::Device;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

async fn gpu() -> Device {
    thread_local! {
        static GPU: OnceCell<Device> = const { OnceCell::new() };
    }
    if let Some(device) = GPU.with(|cell| cell.get().cloned()) {
        return device;
    }
    let device = cases::request_gpu().await;
    GPU.with(|cell| cell.get_or_init(|| device).clone())
}

mod gpu_equals_cpu {
    use super::{console_log, wasm_bindgen_test};
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[wasm_bindgen_test]
            async fn $op() {
                let deviation = crate::cases::agreement_ops::$op(&crate::gpu().await).await;
                console_log!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_agreement!(stamp);
}

mod gradients_on_the_cpu {
    use super::{console_log, wasm_bindgen_test};
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[wasm_bindgen_test]
            async fn $op() {
                let deviation = crate::cases::gradient_ops::$op(&inscape_tensor::Device::Cpu).await;
                console_log!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_gradient!(stamp);
}

mod cpu_gradients {
    use super::{console_log, wasm_bindgen_test};
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[wasm_bindgen_test]
            async fn $op() {
                let deviation = crate::cases::gradient_linalg::$op(&inscape_tensor::Device::Cpu).await;
                console_log!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_cpu_gradient!(stamp);
}

mod gradients_on_the_gpu {
    use super::{console_log, wasm_bindgen_test};
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[wasm_bindgen_test]
            async fn $op() {
                let deviation = crate::cases::gradient_ops::$op(&crate::gpu().await).await;
                console_log!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_gradient!(stamp);
}

mod on_the_cpu {
    use super::wasm_bindgen_test;
    macro_rules! stamp {
        ($($file:ident::$title:ident),*) => { $(
            #[wasm_bindgen_test]
            async fn $title() {
                crate::cases::$file::$title(&inscape_tensor::Device::Cpu).await;
            }
        )* };
    }
    crate::cases::each_exact!(stamp);
    crate::cases::each_cpu_exact!(stamp);
}

mod on_the_gpu {
    use super::wasm_bindgen_test;
    macro_rules! stamp {
        ($($file:ident::$title:ident),*) => { $(
            #[wasm_bindgen_test]
            async fn $title() {
                crate::cases::$file::$title(&crate::gpu().await).await;
            }
        )* };
    }
    crate::cases::each_exact!(stamp);
}

mod gpu_errors {
    use super::wasm_bindgen_test;
    macro_rules! stamp {
        ($($file:ident::$title:ident),*) => { $(
            #[wasm_bindgen_test]
            async fn $title() {
                crate::cases::$file::$title().await;
            }
        )* };
    }
    crate::cases::each_gpu_error!(stamp);
    stamp! { gpu_errors::memory_that_the_driver_refuses_is_told_with_what_was_wanted }
}

#[wasm_bindgen_test]
async fn the_matrix_product_can_be_timed() {
    for (name, device) in [("CPU".to_owned(), Device::Cpu), ("WebGPU".to_owned(), gpu().await)] {
        for size in [256, 512] {
            let probe = inscape_tensor::measure_matmul(&device, size).await.expect("a product that runs");
            assert!(probe.gflops > 0.0);
            console_log!("{name}, {size}: {:.2} GFLOP/s", probe.gflops);
        }
    }
}
