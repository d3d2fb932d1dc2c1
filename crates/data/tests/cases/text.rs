//! Texts and their windows: tiny ones with exact numbers, refusals, and the novels as they are fetched.

use crate::support::fetched;
use inscape_data::Text;

#[test]
fn characters_are_numbered_by_code_point_and_the_last_tenth_is_for_validation() {
    let text = Text::new("banana größer\nbanana!").unwrap();
    assert_eq!(text.characters(), ['\n', ' ', '!', 'a', 'b', 'e', 'g', 'n', 'r', 'ß', 'ö']);
    assert_eq!(text.ids()[..6], [4, 3, 7, 3, 7, 3]);
    assert_eq!((text.train().len(), text.validation()), (19, &[3, 2][..]));
    assert_eq!([text.train(), text.validation()].concat(), text.ids());
}

#[test]
fn what_is_encoded_is_decoded_again() {
    let text = Text::read("\u{feff}abc\r\n".as_bytes()).unwrap();
    let ids = text.encode("cab\n").unwrap();
    assert_eq!(ids, [4, 2, 3, 0]);
    assert_eq!(text.decode(&ids).unwrap(), "cab\n");
    assert_eq!(
        text.encode("bad").unwrap_err().to_string(),
        "the character 'd' at position 2 does not occur in the text that the network learns from"
    );
    assert_eq!(
        text.decode(&[0, 5]).unwrap_err().to_string(),
        "id 5 stands for no character; the text has 5 different ones, counted from 0"
    );
}

#[test]
fn texts_that_cannot_be_learnt_from_are_refused() {
    assert_eq!(
        Text::read(b"abc\xffd").unwrap_err().to_string(),
        "a text must be UTF-8, but byte 3 is not; save it as UTF-8"
    );
    assert!(Text::read(b"").unwrap_err().to_string().starts_with("the text is empty"));
    let every: String = (0..256).map(|k| char::from_u32(0x4e00 + k).unwrap()).collect();
    assert_eq!(Text::new(&every.repeat(2)).unwrap().characters().len(), 256);
    assert_eq!(
        Text::new(&format!("{every}{every}a")).unwrap_err().to_string(),
        "a text may have at most 256 different characters, but 'a' at character 512 is one more; leave out rare characters"
    );
}

#[test]
fn a_training_window_and_its_targets_lie_one_apart_in_the_training_part() {
    let text = Text::new(&"abcdefghijklmnopqrstuvwxyz".repeat(10)).unwrap();
    let windows = text.train_windows(4, 5, 7, 0).unwrap();
    assert_eq!((windows.count, windows.length, windows.inputs.len()), (4, 5, 20));
    for (input, target) in windows.inputs.iter().zip(&windows.targets) {
        assert_eq!((input + 1) % 26, *target);
    }
    assert_eq!(windows, text.train_windows(4, 5, 7, 0).unwrap());
    assert_ne!(windows, text.train_windows(4, 5, 7, 1).unwrap());
    assert_ne!(windows, text.train_windows(4, 5, 8, 0).unwrap());

    // The one window that there is.
    let short = Text::new("abcdef").unwrap();
    let whole = short.train_windows(2, 5, 7, 3).unwrap();
    assert_eq!(
        (whole.inputs, whole.targets),
        (vec![0, 1, 2, 3, 4, 0, 1, 2, 3, 4], vec![1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
    );
}

#[test]
fn every_place_of_the_training_part_is_drawn_and_no_other() {
    let text = Text::new(&"abcdefghij".repeat(2)).unwrap(); // 18 of 20 characters to train on
    let mut seen = [0; 20];
    for step in 0..500 {
        let windows = text.train_windows(1, 3, 1, step).unwrap();
        let start = windows.inputs[0] as usize;
        seen[start] += 1;
        assert!(windows.targets.iter().all(|id| *id < 10));
    }
    // Places 0 to 14, by the letter that they hold: the first five letters have two places each.
    assert!(
        seen[..5].iter().all(|count| *count > 45) && seen[5..10].iter().all(|count| *count > 15),
        "{seen:?}"
    );
}

#[test]
fn validation_windows_are_even_do_not_overlap_and_reach_the_end() {
    let text = Text::new(&"abcdefghij".repeat(13)).unwrap(); // 13 characters for validation, from h
    assert_eq!(text.validation(), [7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let windows = text.validation_windows(100, 4).unwrap();
    assert_eq!(windows.count, 3);
    assert_eq!(windows.inputs, [7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(windows.targets, [8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(text.validation_windows(2, 4).unwrap().inputs, [7, 8, 9, 0, 5, 6, 7, 8]);
    assert_eq!(text.validation_windows(1, 12).unwrap().inputs.len(), 12);
}

#[test]
fn windows_longer_than_the_text_are_refused() {
    let text = Text::new("abcdefghij").unwrap();
    assert_eq!(
        text.train_windows(1, 9, 0, 0).unwrap_err().to_string(),
        "a window of 9 characters and the one after it needs a training part of at least 10 characters, but it has 9; use shorter windows or a longer text"
    );
    assert!(text.validation_windows(1, 1).is_err());
    assert!(text.train_windows(1, usize::MAX, 0, 0).is_err());
    assert!(text.train_windows(1, 0, 0, 0).unwrap_err().to_string().starts_with("a window must hold"));
    assert!(text.validation_windows(0, 4).is_err());
}

#[test]
fn the_novels_are_read_whole() {
    let Some(bytes) = fetched("austen/text.txt") else { return };
    let text = Text::read(&bytes).unwrap();
    assert_eq!(
        (text.ids().len(), text.characters().len(), text.validation().len()),
        (1_151_624, 77, 115_162)
    );
    let start: Vec<u32> = text.ids()[..19].iter().map(|id| u32::from(*id)).collect();
    assert_eq!(text.decode(&start).unwrap(), "PRIDE AND PREJUDICE");
}
