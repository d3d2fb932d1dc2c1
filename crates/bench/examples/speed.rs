//! temporary
use std::time::Instant;
use inscape_bench::*;
use tensor::{Device, gpu::Gpu};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let device = if args[1] == "gpu" { Device::Gpu(pollster::block_on(Gpu::request()).unwrap()) } else { Device::Cpu };
    for name in &args[2..] {
        let file = match name.as_str() { "minilm-32x32" => "models/minilm-l6/model.safetensors", "squeezenet-8" => "models/squeezenet1_1/model.safetensors", "decode" => "models/smollm2-135m/model.safetensors", _ => "" };
        let weights = if file.is_empty() { vec![] } else { std::fs::read(file).unwrap() };
        let config = if name == "decode" { std::fs::read_to_string("models/smollm2-135m/config.json").unwrap() } else { String::new() };
        match Workload::new(name, &weights, &config, &device).unwrap() {
            Workload::Forward(f) => {
                let out = pollster::block_on(f().unwrap().to_vec()).unwrap();
                let mut ms = vec![];
                for _ in 0..5 { let s = Instant::now(); let y = f().unwrap(); tensor::Tensor::evaluate_all(&[y.clone()]).unwrap(); pollster::block_on(y.to_vec()).unwrap(); ms.push(s.elapsed().as_secs_f64()*1e3); }
                println!("{name} check {} ms {:?}", fingerprint(&out), ms);
            }
            Workload::Train(mut t) => {
                for _ in 0..6 { t.step().unwrap(); }
                let l = pollster::block_on(t.loss()).unwrap();
                let before = tensor::plan_counters();
                let mut ms = vec![];
                for _ in 0..5 { let s = Instant::now(); for _ in 0..10 { t.step().unwrap(); } pollster::block_on(t.loss()).unwrap(); ms.push(s.elapsed().as_secs_f64()*1e2); }
                let after = tensor::plan_counters();
                println!("{name} check {l} ms {:?} kernels/step {} plans {} ", ms, (after.kernels-before.kernels)/50, after.plans_made-before.plans_made);
            }
            Workload::Decode(mut d) => {
                let prompt = d.prompt().to_vec(); let mut next = 0.0;
                for (i, &t) in prompt.iter().enumerate() { next = pollster::block_on(d.next(t, i)).unwrap(); }
                let s = Instant::now(); let mut ids = vec![next];
                for i in 0..31 { next = pollster::block_on(d.next(next, prompt.len()+i)).unwrap(); ids.push(next); }
                println!("decode check {} ms/token {} ids {:?}", fingerprint(&ids), s.elapsed().as_secs_f64()*1e3/31.0, &ids[..8]);
            }
        }
    }
}
