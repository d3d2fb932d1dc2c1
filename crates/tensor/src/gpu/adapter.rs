//! What the adapter says of itself, for the page's capability panel.

/// The adapter's own words and the limits that were requested from it (all that it offers).
#[derive(Clone, Debug, Default)]
pub struct AdapterFacts {
    /// Name, or the vendor's words where the browser hides it.
    pub name: String,
    /// WebGPU, Vulkan, …
    pub api: String,
    /// True for an adapter that computes on the CPU (SwiftShader, lavapipe).
    pub is_software: bool,
    /// Largest storage buffer one kernel may read or write.
    pub max_binding_bytes: u64,
    /// Largest buffer.
    pub max_buffer_bytes: u64,
    /// Workgroup memory.
    pub max_workgroup_bytes: u32,
    /// Threads in one workgroup.
    pub max_invocations: u32,
}

impl AdapterFacts {
    pub(crate) fn read(adapter: &wgpu::Adapter) -> Self {
        let (info, limits) = (adapter.get_info(), adapter.limits());
        // Browsers often leave the name empty and put the words into the driver fields.
        let words = [&info.name, &info.driver, &info.driver_info];
        let name = words
            .into_iter()
            .find(|w| !w.is_empty())
            .cloned()
            .unwrap_or_else(|| "unnamed adapter".to_owned());
        let lower = format!("{} {} {}", info.name, info.driver, info.driver_info).to_lowercase();
        let is_software = info.device_type == wgpu::DeviceType::Cpu
            || ["swiftshader", "llvmpipe", "lavapipe", "software", "basic render"]
                .iter()
                .any(|w| lower.contains(w));
        Self {
            name,
            api: match info.backend {
                wgpu::Backend::BrowserWebGpu => "WebGPU".to_owned(),
                other => format!("{other:?}"),
            },
            is_software,
            max_binding_bytes: limits.max_storage_buffer_binding_size,
            max_buffer_bytes: limits.max_buffer_size,
            max_workgroup_bytes: limits.max_compute_workgroup_storage_size,
            max_invocations: limits.max_compute_invocations_per_workgroup,
        }
    }

    /// Fills in what only the open device tells: a browser keeps the adapter's words in `adapterInfo`.
    pub(crate) fn with_words_of(self, device: &wgpu::Device) -> Self {
        match words_of(device) {
            Some(name) => Self { name, ..self },
            None => self,
        }
    }
}

/// Vendor, architecture and description as the browser gives them, e.g. `google swiftshader`.
#[cfg(target_arch = "wasm32")]
fn words_of(device: &wgpu::Device) -> Option<String> {
    use js_sys::Reflect;
    let device: &js_sys::wasm_bindgen::JsValue = device.as_webgpu()?.as_ref();
    let info = Reflect::get(device, &"adapterInfo".into()).ok().filter(|info| info.is_object())?;
    let word = |key: &str| Reflect::get(&info, &key.into()).ok()?.as_string().filter(|word| !word.is_empty());
    let words: Vec<String> = ["vendor", "architecture", "description"].into_iter().filter_map(word).collect();
    if words.is_empty() { None } else { Some(words.join(" ")) }
}

/// Natively the adapter has said all.
#[cfg(not(target_arch = "wasm32"))]
fn words_of(_: &wgpu::Device) -> Option<String> {
    None
}
