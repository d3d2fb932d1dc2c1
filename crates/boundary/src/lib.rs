//! What the wasm faces share: plain data by serde, errors as `{kind, message, causes}`, and the page as the watcher of a job.

mod bulk;
mod convert;
mod host;

pub use bulk::report_to_js;
pub use convert::{from_js, plain_error, to_js, to_plain};
pub use host::{JobHost, PageHost};
