//! npz archives: as NumPy writes them, against the crate `zip` both ways, and bad ones.

use std::io::{Cursor, Read, Write};

use crate::support::golden;
use inscape_formats::{Array, Values, npy, npz};

fn sample() -> Vec<(String, Array)> {
    let rdm = Array::new(vec![3, 3], Values::F32((0..9).map(|k| k as f32 - 2.0).collect())).unwrap();
    let labels = Array::new(vec![4], Values::I64((-2..2).collect())).unwrap();
    let sizes = Array::new(vec![2, 2], Values::Bool(vec![false, true, false, true])).unwrap();
    vec![("rdm".to_owned(), rdm), ("labels".to_owned(), labels), ("größe".to_owned(), sizes)]
}

#[test]
fn what_numpy_stores_and_deflates_is_read() {
    assert_eq!(npz::read(&golden("stored.npz")).unwrap(), sample());
    let deflated = npz::read(&golden("deflated.npz")).unwrap();
    assert_eq!(deflated[..3], sample());
    assert_eq!(deflated[3].1, Array::new(vec![64, 64], Values::F32(vec![0.0; 4096])).unwrap());
}

#[test]
fn what_is_written_is_read_back_here_and_by_the_crate_zip() {
    let bytes = npz::write(&sample()).unwrap();
    assert_eq!(bytes, npz::write(&sample()).unwrap(), "the same bytes every time");
    assert_eq!(npz::read(&bytes).unwrap(), sample());
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    assert_eq!(archive.len(), 3);
    for (index, (name, array)) in sample().iter().enumerate() {
        let mut entry = archive.by_index(index).unwrap();
        assert_eq!(entry.name().unwrap(), format!("{name}.npy"));
        let mut file = Vec::new();
        entry.read_to_end(&mut file).unwrap();
        assert_eq!(npy::read(&file).unwrap(), *array);
    }
    assert!(npz::read(&npz::write(&[]).unwrap()).unwrap().is_empty());
}

/// An archive by the crate `zip`.
fn zipped(entries: &[(&str, &[u8])], method: zip::CompressionMethod) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_the_crate_zip_writes_is_read() {
    for method in [zip::CompressionMethod::Stored, zip::CompressionMethod::Deflated] {
        let file = npy::write(&sample()[0].1).unwrap();
        let archive = zipped(&[("rdm.npy", &file), ("bare", &file)], method);
        let names: Vec<String> = npz::read(&archive).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["rdm", "bare"]);
    }
}

#[track_caller]
fn assert_refused(archive: &[u8], sentence: &str) {
    let message = npz::read(archive).unwrap_err().to_string();
    assert!(message.contains(sentence), "expected {sentence:?} in {message:?}");
}

/// Where the first directory entry begins.
fn directory(archive: &[u8]) -> usize {
    archive.windows(4).position(|mark| mark == b"PK\x01\x02").unwrap()
}

/// A copy with `bytes` at `offset` of the first directory entry.
fn with(archive: &[u8], offset: usize, bytes: &[u8]) -> Vec<u8> {
    let at = directory(archive) + offset;
    let mut changed = archive.to_vec();
    changed[at..at + bytes.len()].copy_from_slice(bytes);
    changed
}

#[test]
fn a_bad_archive_is_refused_with_its_sentence() {
    let stored = npz::write(&sample()[..1]).unwrap();
    let end = stored.len() - 22;
    assert_refused(b"", "none was found; the file is cut off or not an npz file");
    assert_refused(&stored[..stored.len() - 1], "none was found");
    assert_refused(&with(&stored, 8, &[1]), "\"rdm.npy\" of the npz file is encrypted");
    assert_refused(&with(&stored, 10, &[12]), "uses zip method 12, but only 0 (stored) and 8 (deflated)");
    assert_refused(&with(&stored, 16, &[0, 0, 0, 0]), "but 00000000 was expected");
    assert_refused(
        &with(&stored, 24, &[0, 0, 0, 0x70]),
        "claims to unpack to 1879048192 bytes, but its 164 packed bytes cannot hold so many",
    );
    assert_refused(&with(&stored, 24, &[1, 0, 0, 0]), "there are more");
    assert_refused(&with(&stored, 24, &[0xFF; 4]), "zip64");
    assert_refused(&with(&stored, 42, &[1, 0, 0, 0]), "no entry starts there");
    assert_refused(&with(&stored, 42, &[0xFF; 4]), "that is outside the archive");
    assert_refused(&with(&stored, 20, &[0xFF, 0xFF, 0, 0]), "its bytes run into the directory");
    assert_refused(&with(&stored, 46, b"x"), "another name is there");
    assert_refused(&with(&stored, 46, &[0xFF]), "a name is not UTF-8 text");
    assert_refused(&with(&stored, 0, b"x"), "an entry does not start with its mark");
    assert_refused(&with(&stored, 28, &[0xFF, 0xFF]), "a name is cut off");
    assert_refused(&with(&stored, 32, &[0xFF, 0xFF]), "an entry is cut off");
    let counted = |count: u8| {
        let mut changed = stored.clone();
        (changed[end + 8], changed[end + 10]) = (count, count);
        changed
    };
    assert_refused(&counted(2), "it is cut off");
    assert_refused(&counted(0), "bytes that belong to no entry");
    let mut two_disks = stored.clone();
    two_disks[end + 4] = 1;
    assert_refused(&two_disks, "several disks");
    let mut elsewhere = stored.clone();
    elsewhere[end + 16] ^= 1;
    assert_refused(&elsewhere, "does not lie between the entries and the end");
}

#[test]
fn an_entry_that_is_not_an_array_is_named() {
    let archive = zipped(&[("notes.txt", b"hello")], zip::CompressionMethod::Stored);
    assert_refused(
        &archive,
        "entry \"notes.txt\" of the npz file: an npy file starts with the bytes \\x93NUMPY",
    );
}

#[test]
fn names_that_are_the_same_without_their_ending_are_refused() {
    let file = npy::write(&sample()[0].1).unwrap();
    let archive = zipped(&[("a.npy", &file), ("a", &file)], zip::CompressionMethod::Stored);
    assert_refused(&archive, "entry \"a\" of the npz file appears twice");
}

#[test]
fn deflated_bytes_that_are_damaged_are_refused() {
    let file = npy::write(&sample()[0].1).unwrap();
    let archive = zipped(&[("a.npy", &file)], zip::CompressionMethod::Deflated);
    let mut broken = archive.clone();
    broken[36] = 0xFF;
    assert_refused(&broken, "the packed bytes are not valid deflate");
    let length = file.len() as u32;
    assert_refused(&with(&archive, 24, &(length + 1).to_le_bytes()), "there are fewer");
    assert_refused(&with(&archive, 24, &(length - 1).to_le_bytes()), "there are more");
}

#[test]
fn many_entries_on_the_same_bytes_cannot_unpack_without_bound() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![0; 40 << 20], 6);
    let mut archive = b"PK\x03\x04".to_vec();
    archive.extend([20, 0, 0, 0, 8, 0].iter().chain(&[0; 20]));
    archive[26] = 1;
    archive.push(b'a');
    archive.extend(&bomb);
    let start = archive.len();
    let mut entry = b"PK\x01\x02\x14\0\x14\0\0\0\x08\0\0\0\0\0\0\0\0\0".to_vec();
    entry.extend((bomb.len() as u32).to_le_bytes());
    entry.extend((40_u32 << 20).to_le_bytes());
    entry.extend([1, 0]);
    entry.resize(46, 0);
    entry.push(b'a');
    let count = 30_u16;
    archive.extend(entry.repeat(usize::from(count)));
    let size = (archive.len() - start) as u32;
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    archive.extend(size.to_le_bytes());
    archive.extend((start as u32).to_le_bytes());
    archive.extend([0, 0]);
    assert_refused(&archive, "but at most 1073741824 are read");
}

#[test]
fn arrays_that_cannot_be_written_are_refused() {
    let array = sample().remove(0).1;
    let refusal = |arrays: &[(String, Array)]| npz::write(arrays).unwrap_err().to_string();
    assert!(refusal(&[(String::new(), array.clone())]).contains("needs a name of 1 to 60000 bytes"));
    assert!(refusal(&[("a".to_owned(), array.clone()), ("a".to_owned(), array)]).contains("appears twice"));
    let unfit = Array { shape: vec![2], values: Values::U8(vec![]) };
    assert!(
        refusal(&[("a".to_owned(), unfit)]).contains("entry \"a\" of the npz file: an array of shape [2]")
    );
}
