//! The cards of all experiments, and the file of them that the gallery reads.

use inscape_experiments::{ExerciseKind, ParamKind, Values, list_experiments};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../web/experiments/cards.json");

#[test]
fn the_committed_cards_are_those_of_this_crate() {
    let expected = format!("{}\n", serde_json::to_string_pretty(&list_experiments()).unwrap());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(std::path::Path::new(PATH).parent().unwrap()).unwrap();
        std::fs::write(PATH, &expected).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap();
    assert_eq!(committed, expected, "run it once with UPDATE=1 and commit the file");
}

#[test]
fn every_card_says_all_that_a_page_shows() {
    let cards = list_experiments();
    assert!(!cards.is_empty());
    for (place, card) in cards.iter().enumerate() {
        let slug = &card.slug;
        assert!(slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{slug}");
        assert!(cards[..place].iter().all(|other| other.slug != *slug), "{slug} is there twice");
        let texts = card.claims.iter().chain([&card.title, &card.fake, &card.lesson, &card.paper.title]);
        assert!(texts.into_iter().all(|text| !text.trim().is_empty()), "{slug} leaves a text empty");
        assert!(card.paper.bibtex.starts_with("@misc{") && card.paper.bibtex.contains(&card.paper.arxiv));
        assert!(card.verify_seeds.len() >= 3, "{slug} is verified on fewer than three seeds");
        let options = card.params.iter().filter_map(|param| match &param.kind {
            ParamKind::Choice { options, .. } => Some(options),
            _ => None,
        });
        for file in options.flatten().flat_map(|option| &option.files).chain(&card.needs.files) {
            assert_eq!(file.split('/').count(), 2, "{slug} names a file without its folder: {file}");
        }
        for arrow in &card.system.arrows {
            for end in [&arrow.from, &arrow.to] {
                assert!(card.system.boxes.iter().any(|one| one.id == *end), "{slug}: no box {end}");
            }
        }
    }
}

#[test]
fn defaults_are_within_their_own_ranges_and_exercises_can_be_answered() {
    for card in list_experiments() {
        let all = card.params.iter().map(|param| (param.name.clone(), param.default_value()));
        // What is as the card has it is left out, so that nothing is left.
        assert_eq!(Values(all.collect()).checked(&card.params).unwrap(), Values::default(), "{}", card.slug);
        for param in &card.params {
            if let ParamKind::Number { min, is_log: true, .. } = param.kind {
                assert!(min > 0.0, "{} of {} has no logarithm at its smallest", param.name, card.slug);
            }
        }
        assert!(!card.exercises.is_empty());
        for exercise in &card.exercises {
            match &exercise.kind {
                ExerciseKind::Choice { options, answer } => assert!(*answer < options.len()),
                ExerciseKind::Number { tolerance, .. } => assert!(*tolerance >= 0.0),
                ExerciseKind::Prediction { options, params } => {
                    assert!(options.len() > 1);
                    params.checked(&card.params).unwrap();
                }
                ExerciseKind::Setting { conditions, .. } => assert!(!conditions.is_empty()),
            }
        }
    }
}
