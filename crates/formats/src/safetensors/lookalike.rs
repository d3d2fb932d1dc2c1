//! Files that are often met where a safetensors file was meant.

use super::SafetensorsError;

const HTML: SafetensorsError = SafetensorsError::Lookalike {
    found: "an HTML page (perhaps a 404 or a preview of the file)",
    next_step: "use the file's direct download address",
};

/// What the first bytes look like, if they are a known other kind of file. Called only once the
/// bytes are known to be wrong: eight printable characters as a length are above 2^56.
pub(super) fn recognise(start: &[u8]) -> Option<SafetensorsError> {
    if start.starts_with(b"PK\x03\x04") {
        return Some(SafetensorsError::Lookalike {
            found: "a zip archive (perhaps a PyTorch .bin or .pt checkpoint)",
            next_step: "choose the checkpoint's .safetensors file, or convert it",
        });
    }
    if start.starts_with(b"GGUF") {
        return Some(SafetensorsError::Lookalike {
            found: "a GGUF file",
            next_step: "choose the model's .safetensors file",
        });
    }
    if start.starts_with(b"\x93NUMPY") {
        return Some(SafetensorsError::Lookalike {
            found: "a NumPy .npy file",
            next_step: "open it as an array, not as a model",
        });
    }
    if start.len() < 8 || !start.iter().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\r' | b'\t')) {
        return None;
    }
    if start.starts_with(b"version ") {
        return Some(SafetensorsError::Lookalike {
            found: "a Git LFS pointer, which only names the real file",
            next_step: "run git lfs pull, or use the file's direct download address",
        });
    }
    match start.trim_ascii_start().first() {
        Some(b'<') => Some(HTML),
        _ => Some(SafetensorsError::Lookalike {
            found: "a text file",
            next_step: "use the direct download address of the .safetensors file",
        }),
    }
}

/// The same question for bytes that should be a header: `{` is right, `<` is a page.
pub(super) fn recognise_header(json: &[u8]) -> Option<SafetensorsError> {
    (json.trim_ascii_start().first() == Some(&b'<')).then_some(HTML)
}
