//! Brain volumes: NIfTI-1, gzipped or not.

use std::io::Read;

use flate2::read::GzDecoder;
use formats::{Array, Values};
use nifti::volume::InMemNiftiVolume;
use nifti::{NiftiHeader, NiftiType};

use crate::{Error, Result};

/// The most bytes that a gzipped volume may unfold to: what a page can hold beside its copy in f64.
const MOST_BYTES: u64 = 1 << 30;

/// A volume of three dimensions → `[n_voxels]`; of four, the last of which is time → `[n_times, n_voxels]`, of the voxels that vary.
///
/// Voxels come in the file's order, the first dimension running fastest. What the header says of the scale is applied.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Array> {
    let wrong = |what: String| {
        Error::Recipe(format!(
            "{name} was to be read as a NIfTI-1 volume, but {what}; save it as one .nii or .nii.gz file"
        ))
    };
    let unfolded = unfold(bytes).map_err(&wrong)?;
    let header = NiftiHeader::from_reader(unfolded.as_slice()).map_err(|error| wrong(error.to_string()))?;
    let start = header.vox_offset as usize;
    let data = unfolded
        .get(start..)
        .ok_or_else(|| wrong(format!("it ends before its numbers, which begin at byte {start}")))?;
    let sizes: Vec<usize> = header
        .dim()
        .map_err(|error| wrong(error.to_string()))?
        .iter()
        .map(|&size| usize::from(size))
        .collect();
    let volume = InMemNiftiVolume::from_reader(data, &header).map_err(|error| wrong(error.to_string()))?;
    let numbers = numbers(volume, &header).map_err(&wrong)?;
    let n_voxels: usize = sizes.iter().take(3).product();
    let n_times: usize = sizes.iter().skip(3).product();
    if n_voxels == 0 || numbers.len() != n_voxels * n_times {
        return Err(wrong(format!("its header says {sizes:?} and it holds {} numbers", numbers.len())));
    }
    if n_times == 1 {
        return Ok(Array::new(vec![n_voxels], Values::F64(numbers))?);
    }
    let at = |time: usize, voxel: usize| numbers[time * n_voxels + voxel];
    let varies = |voxel: &usize| (1..n_times).any(|time| at(time, *voxel) != at(0, *voxel));
    let kept: Vec<usize> = (0..n_voxels).filter(varies).collect();
    if kept.is_empty() {
        return Err(wrong("none of its voxels varies in time".to_owned()));
    }
    let values = (0..n_times).flat_map(|time| kept.iter().map(move |&voxel| at(time, voxel))).collect();
    Ok(Array::new(vec![n_times, kept.len()], Values::F64(values))?)
}

fn unfold(bytes: &[u8]) -> Result<Vec<u8>, String> {
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes.to_vec());
    }
    let mut unfolded = Vec::new();
    let read = GzDecoder::new(bytes).take(MOST_BYTES + 1).read_to_end(&mut unfolded);
    read.map_err(|error| format!("its gzip cannot be unfolded ({error})"))?;
    if unfolded.len() as u64 > MOST_BYTES {
        return Err(format!("it unfolds to more than {} MiB", MOST_BYTES >> 20));
    }
    Ok(unfolded)
}

fn numbers(volume: InMemNiftiVolume, header: &NiftiHeader) -> Result<Vec<f64>, String> {
    /// Numbers of one type as f64.
    macro_rules! read_as {
        ($type:ty) => {
            volume
                .into_nifti_typed_data::<$type>()
                .map(|values| values.into_iter().map(f64::from).collect::<Vec<f64>>())
                .map_err(|error| error.to_string())?
        };
    }
    let kind = header.data_type().map_err(|error| error.to_string())?;
    let raw = match kind {
        NiftiType::Uint8 => read_as!(u8),
        NiftiType::Int8 => read_as!(i8),
        NiftiType::Uint16 => read_as!(u16),
        NiftiType::Int16 => read_as!(i16),
        NiftiType::Uint32 => read_as!(u32),
        NiftiType::Int32 => read_as!(i32),
        NiftiType::Float32 => read_as!(f32),
        NiftiType::Float64 => read_as!(f64),
        other => return Err(format!("its numbers are of the type {other:?}, which is not read")),
    };
    // A slope of 0 says that there is none.
    let (slope, start) = (f64::from(header.scl_slope), f64::from(header.scl_inter));
    Ok(if slope == 0.0 { raw } else { raw.into_iter().map(|value| slope * value + start).collect() })
}
