//! A stopwatch that also works in a wasm worker, where `std::time::Instant` panics.

/// Measures elapsed wall time in seconds.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch {
    #[cfg(target_arch = "wasm32")]
    started_ms: f64,
    #[cfg(not(target_arch = "wasm32"))]
    started: std::time::Instant,
}

#[cfg(target_arch = "wasm32")]
fn now_ms() -> f64 {
    use js_sys::wasm_bindgen::JsCast;
    // `performance` is a property of the global object in a page and in a worker alike.
    let value = js_sys::Reflect::get(&js_sys::global(), &"performance".into());
    match value.ok().and_then(|v| v.dyn_into::<web_sys::Performance>().ok()) {
        Some(performance) => performance.now(),
        None => js_sys::Date::now(),
    }
}

impl Stopwatch {
    /// Starts counting now.
    pub fn start() -> Self {
        #[cfg(target_arch = "wasm32")]
        return Self { started_ms: now_ms() };
        #[cfg(not(target_arch = "wasm32"))]
        return Self { started: std::time::Instant::now() };
    }

    /// Seconds since the start. Browsers round to about 0.1 ms.
    pub fn elapsed_secs(&self) -> f64 {
        #[cfg(target_arch = "wasm32")]
        return (now_ms() - self.started_ms) / 1000.0;
        #[cfg(not(target_arch = "wasm32"))]
        return self.started.elapsed().as_secs_f64();
    }
}
