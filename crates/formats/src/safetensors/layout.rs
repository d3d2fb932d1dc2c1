//! Whether the tensors of a header fit their types, one another and the file.

use super::{Dtype, SafetensorsError, TensorInfo, entries::Entry};

/// A tensor with its offsets as the header states them, from the first data byte.
struct Placed {
    name: String,
    dtype: Dtype,
    shape: Vec<usize>,
    begin: u64,
    end: u64,
}

/// Checks every entry by itself, then all together, and returns them in the order of their bytes.
pub(super) fn check(
    entries: Vec<(String, Entry)>,
    data_start: u64,
    file_len: Option<u64>,
) -> Result<Vec<TensorInfo>, SafetensorsError> {
    let mut placed =
        entries.into_iter().map(|(name, entry)| place(name, entry)).collect::<Result<Vec<_>, _>>()?;
    placed.sort_by_key(|tensor| (tensor.begin, tensor.end));
    check_contiguous(&placed)?;
    check_file(placed.last(), data_start, file_len)?;
    let to_info = |tensor: Placed| TensorInfo {
        name: tensor.name,
        dtype: tensor.dtype,
        shape: tensor.shape,
        start: data_start + tensor.begin,
        end: data_start + tensor.end,
    };
    Ok(placed.into_iter().map(to_info).collect())
}

fn place(name: String, entry: Entry) -> Result<Placed, SafetensorsError> {
    let (begin, end) = entry.data_offsets;
    let Some(dtype) = Dtype::from_name(&entry.dtype) else {
        return Err(SafetensorsError::UnknownDtype { tensor: name, found: entry.dtype });
    };
    if begin > end {
        return Err(SafetensorsError::BeginAfterEnd { tensor: name, begin, end });
    }
    let bits = entry.shape.iter().try_fold(1_u64, |count, length| count.checked_mul(*length));
    let bits = bits.and_then(|count| count.checked_mul(dtype.bits()));
    let shape = entry.shape.iter().map(|length| usize::try_from(*length).ok()).collect::<Option<Vec<_>>>();
    let (Some(bits), Some(shape)) = (bits, shape) else {
        return Err(SafetensorsError::ShapeTooLarge { tensor: name, shape: entry.shape });
    };
    if bits % 8 != 0 {
        return Err(SafetensorsError::PartByte { tensor: name, shape, dtype });
    }
    let (expected, found) = (bits / 8, end - begin);
    if expected != found {
        return Err(SafetensorsError::ByteLength { tensor: name, shape, dtype, expected, found });
    }
    // Elements of less than a byte are packed and need no alignment.
    let element_bytes = if dtype.bits() % 8 == 0 { dtype.bits() / 8 } else { 1 };
    if !begin.is_multiple_of(element_bytes) {
        return Err(SafetensorsError::Misaligned { tensor: name, begin, element_bytes, dtype });
    }
    Ok(Placed { name, dtype, shape, begin, end })
}

/// The format forbids both overlaps and holes, so each tensor begins where the last one ended.
fn check_contiguous(placed: &[Placed]) -> Result<(), SafetensorsError> {
    let mut previous: Option<&Placed> = None;
    for tensor in placed {
        let expected = previous.map_or(0, |previous| previous.end);
        if tensor.begin > expected {
            return Err(SafetensorsError::Hole {
                tensor: tensor.name.clone(),
                expected,
                found: tensor.begin,
            });
        }
        if let Some(previous) = previous.filter(|previous| tensor.begin < previous.end) {
            return Err(SafetensorsError::Overlap {
                first: previous.name.clone(),
                first_end: previous.end,
                second: tensor.name.clone(),
                second_begin: tensor.begin,
            });
        }
        previous = Some(tensor);
    }
    Ok(())
}

fn check_file(last: Option<&Placed>, data_start: u64, file_len: Option<u64>) -> Result<(), SafetensorsError> {
    let data_bytes = last.map_or(0, |last| last.end);
    let expected = data_start.checked_add(data_bytes);
    match (expected, file_len, last) {
        (Some(expected), Some(file_bytes), _) if expected < file_bytes => {
            Err(SafetensorsError::TrailingBytes { expected, file_bytes })
        }
        (Some(expected), Some(file_bytes), Some(last)) if expected > file_bytes => {
            Err(SafetensorsError::OutOfBounds { tensor: last.name.clone(), end: expected, file_bytes })
        }
        (Some(end), Some(file_bytes), None) if end > file_bytes => {
            Err(SafetensorsError::HeaderTruncated { end, file_bytes })
        }
        (None, _, Some(last)) => Err(SafetensorsError::OutOfBounds {
            tensor: last.name.clone(),
            end: u64::MAX,
            file_bytes: file_len.unwrap_or(0),
        }),
        _ => Ok(()),
    }
}
