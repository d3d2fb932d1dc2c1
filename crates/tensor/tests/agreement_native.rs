//! All test bodies natively, on the CPU and on the machine's graphics adapter. To name a software
//! adapter: `VK_ICD_FILENAMES=/usr/share/vulkan/icd.d/lvp_icd.x86_64.json`. `--nocapture` prints the
//! deviations.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::print_stdout)]

mod cases;

use std::sync::OnceLock;

use inscape_tensor::Device;

fn gpu() -> Device {
    static GPU: OnceLock<Device> = OnceLock::new();
    GPU.get_or_init(|| pollster::block_on(cases::request_gpu())).clone()
}

mod gpu_equals_cpu {
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[test]
            fn $op() {
                let deviation = pollster::block_on(crate::cases::agreement_ops::$op(&crate::gpu()));
                println!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_agreement!(stamp);
}

mod gradients_on_the_cpu {
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[test]
            fn $op() {
                let deviation = pollster::block_on(crate::cases::gradient_ops::$op(&inscape_tensor::Device::Cpu));
                println!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_gradient!(stamp);
}

mod cpu_gradients {
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[test]
            fn $op() {
                let deviation = pollster::block_on(crate::cases::gradient_linalg::$op(&inscape_tensor::Device::Cpu));
                println!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_cpu_gradient!(stamp);
}

mod gradients_on_the_gpu {
    macro_rules! stamp {
        ($($op:ident),*) => { $(
            #[test]
            fn $op() {
                let deviation = pollster::block_on(crate::cases::gradient_ops::$op(&crate::gpu()));
                println!("{}: largest deviation {deviation:.1e}", stringify!($op));
            }
        )* };
    }
    crate::cases::each_gradient!(stamp);
}

mod on_the_cpu {
    macro_rules! stamp {
        ($($file:ident::$title:ident),*) => { $(
            #[test]
            fn $title() {
                pollster::block_on(crate::cases::$file::$title(&inscape_tensor::Device::Cpu));
            }
        )* };
    }
    crate::cases::each_exact!(stamp);
    crate::cases::each_cpu_exact!(stamp);
}

mod on_the_gpu {
    macro_rules! stamp {
        ($($file:ident::$title:ident),*) => { $(
            #[test]
            fn $title() {
                pollster::block_on(crate::cases::$file::$title(&crate::gpu()));
            }
        )* };
    }
    crate::cases::each_exact!(stamp);
}

mod gpu_errors {
    macro_rules! stamp {
        ($($file:ident::$title:ident),*) => { $(
            #[test]
            fn $title() {
                pollster::block_on(crate::cases::$file::$title());
            }
        )* };
    }
    crate::cases::each_gpu_error!(stamp);
}
