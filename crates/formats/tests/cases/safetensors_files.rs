//! Whole files: written by the Python library, and written here and read by the reference crate.

use std::collections::BTreeMap;

use crate::support::{golden, open};
use inscape_formats::safetensors::{Dtype, decode_f32, write};

#[test]
fn every_dtype_that_python_writes_is_read() {
    let bytes = golden("every_dtype.safetensors");
    let header = open(&bytes).unwrap();
    assert_eq!(header.tensors.len(), 14);
    assert_eq!(header.metadata["note"], "über");
    assert_eq!(header.data_start + header.total_bytes(), bytes.len() as u64);
    for tensor in &header.tensors {
        let values = decode_f32(tensor, &bytes[tensor.start as usize..tensor.end as usize]).unwrap();
        let expected: Vec<f32> = (0..values.len())
            .map(|k| match tensor.dtype {
                Dtype::BOOL => f32::from(u8::from(k % 2 == 1)),
                Dtype::U8 | Dtype::U16 | Dtype::U32 | Dtype::U64 => k as f32,
                _ => k as f32 - 2.0,
            })
            .collect();
        assert_eq!(values, expected, "{}", tensor.name);
    }
    assert_eq!(header.find("scalar").unwrap().shape, [0_usize; 0]);
    assert_eq!(header.find("empty").unwrap().shape, [0, 4]);
    assert_eq!(header.find("f64").unwrap().shape, [3, 5]);
}

#[test]
fn what_is_written_is_read_back_here_and_by_the_reference() {
    let weights = [1.5, -0.0, f32::NAN, f32::INFINITY, 1e-45, 3.0];
    let tensors = [
        ("z.weight".to_owned(), vec![2, 3], &weights[..]),
        ("a".to_owned(), vec![], &weights[..1]),
        ("empty".to_owned(), vec![0, 7], &[][..]),
    ];
    let metadata =
        BTreeMap::from([("site".to_owned(), "resid_post.3".to_owned()), ("é\"".to_owned(), "\n".to_owned())]);
    for metadata in [BTreeMap::new(), metadata] {
        let bytes = write(&tensors, &metadata).unwrap();
        assert_eq!(bytes, write(&tensors, &metadata).unwrap(), "the same bytes every time");
        let header = open(&bytes).unwrap();
        assert_eq!(header.metadata, metadata);
        assert_eq!(header.data_start % 8, 0, "the data begin at a multiple of 8");
        let reference = safetensors::SafeTensors::deserialize(&bytes).unwrap();
        for (name, shape, values) in &tensors {
            let info = header.find(name).unwrap();
            assert_eq!((&info.shape, info.dtype), (shape, Dtype::F32));
            let read = decode_f32(info, &bytes[info.start as usize..info.end as usize]).unwrap();
            let bits = |values: &[f32]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&read), bits(values));
            assert_eq!(
                reference.tensor(name).unwrap().data(),
                &bytes[info.start as usize..info.end as usize]
            );
        }
    }
    let bytes = write(&[], &BTreeMap::from([("k".to_owned(), "v".to_owned())])).unwrap();
    assert_eq!(open(&bytes).unwrap().metadata["k"], "v");
    assert!(open(&write(&[], &BTreeMap::new()).unwrap()).unwrap().tensors.is_empty());
}

#[test]
fn tensors_that_cannot_be_written_are_refused() {
    let none = BTreeMap::new();
    let refusal = |tensors: &[(String, Vec<usize>, &[f32])]| write(tensors, &none).unwrap_err().to_string();
    let named = |name: &str| (name.to_owned(), vec![1], &[0.0][..]);
    assert!(refusal(&[named("a"), named("a")]).contains("tensor \"a\" appears twice"));
    assert!(refusal(&[named("__metadata__")]).contains("cannot be named __metadata__"));
    let message = refusal(&[("a".to_owned(), vec![2, 2], &[0.0][..])]);
    assert_eq!(message, "tensor \"a\" of shape [2, 2] cannot be written: 1 values were given");
    assert!(refusal(&[("a".to_owned(), vec![usize::MAX, 2], &[0.0][..])]).contains("cannot be written"));
}
