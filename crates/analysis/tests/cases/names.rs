//! Names, lists and the comparison by name.

use crate::support::*;
use inscape_analysis::*;

#[test]
fn every_variant_is_listed_once_and_parses_back_from_its_name() {
    use Distance as D;
    use RdmComparison as C;
    let distances = [D::SquaredEuclideanPerUnit, D::Euclidean, D::Correlation, D::Cosine];
    let comparisons =
        [C::Pearson, C::Spearman, C::KendallTauA, C::Cosine, C::RhoA, C::WhitenedCosine, C::WhitenedPearson];
    assert_eq!(distances, DISTANCES.iter().map(|l| l.variant).collect::<Vec<_>>()[..]);
    assert_eq!(comparisons, RDM_COMPARISONS.iter().map(|l| l.variant).collect::<Vec<_>>()[..]);
    for variant in distances {
        assert_eq!(variant.to_string().parse(), Ok(variant));
    }
    for variant in comparisons {
        assert_eq!(variant.to_string().parse(), Ok(variant));
    }
    for variant in [Cka::LinearBiased, Cka::LinearDebiased] {
        assert_eq!(variant.to_string().parse(), Ok(variant));
    }
}

#[test]
fn every_measure_is_found_by_its_name_and_says_what_it_is() {
    let mut names: Vec<&str> = measures().map(|measure| measure.name).collect();
    let n_names = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), n_names, "two measures share a name");
    let summaries = summaries().map(|summary| (summary.name, summary.about));
    for (name, about) in measures().map(|measure| (measure.name, measure.about)).chain(summaries) {
        let is_found = find_measure(name).is_ok() || find_summary(name).is_ok();
        assert!(is_found && about.ends_with('.') && about.contains("takes"), "{name}");
    }
}

#[test]
fn every_measure_has_one_card_with_nothing_left_out() {
    let named = measures().map(|m| m.name).chain(summaries().map(|s| s.name));
    for name in named.chain(DISTANCES.iter().map(|d| d.name)) {
        let card = card_of(name).unwrap();
        for text in [card.title, card.formula, card.source, card.range, card.fails] {
            assert!(!text.is_empty(), "{name}");
        }
        assert!(card.fails.ends_with('.'), "{name}");
    }
}

#[test]
fn an_unknown_name_is_answered_with_the_near_ones() {
    let near = |name: &str| match find_measure(name) {
        Err(Error::UnknownName { near, .. }) => near,
        other => panic!("{other:?}"),
    };
    for (asked, expected) in [
        ("rdm_spearmann", "rdm_spearman"),
        ("spearman", "rdm_spearman"),
        ("Pearson", "rdm_pearson"),
        ("kendal", "rdm_kendall_tau_a"),
        ("tau_a", "rdm_kendall_tau_a"),
        ("debiased", "cka_linear_debiased"),
        ("cka-linear-biased", "cka_linear_biased"),
        ("cosin", "rdm_cosine"),
    ] {
        assert_eq!(near(asked).first(), Some(&expected), "{asked}: {:?}", near(asked));
    }
    assert!(near("cka").contains(&"cka_linear_debiased"));
    assert_eq!(near("zzz"), [""; 0]);
    assert_eq!(near(""), [""; 0]);

    let message = find_measure("spearman").unwrap_err().to_string();
    assert!(message.starts_with("there is no measure named \"spearman\", did you mean rdm_spearman?"));
    let message = find_measure("zzz").unwrap_err().to_string();
    assert!(message.contains("rdm_pearson, rdm_spearman"), "{message}");
    let message = "eucledian".parse::<Distance>().unwrap_err().to_string();
    assert!(message.contains("did you mean euclidean"), "{message}");
}

#[test]
fn comparing_by_name_gives_what_the_measure_gives() {
    let (x, y) = (normal(1, 8, 5, 1.0, 0.0), normal(2, 8, 9, 1.0, 0.0));
    let [a, b] = [&x, &y].map(|layer| rdm(layer, Distance::Correlation).unwrap());
    for line in RDM_COMPARISONS {
        let found = compare(find_measure(line.name).unwrap(), &a.clone().into(), &b.clone().into());
        assert_eq!(found.unwrap(), compare_rdms(&a, &b, line.variant).unwrap(), "{}", line.name);
    }
    for line in CKAS {
        let found = compare(find_measure(line.name).unwrap(), &x.clone().into(), &y.clone().into());
        assert_eq!(found.unwrap(), cka(&x, &y, line.variant).unwrap(), "{}", line.name);
    }
}

#[test]
fn an_input_of_the_wrong_kind_is_refused_with_the_next_step() {
    let x = normal(3, 8, 5, 1.0, 0.0);
    let rdm: Input = rdm(&x, Distance::Euclidean).unwrap().into();
    let x = Input::from(x);
    let refused = |name: &str, a: &Input, b: &Input| {
        compare(find_measure(name).unwrap(), a, b).unwrap_err().to_string()
    };
    assert_eq!(
        refused("rdm_spearman", &rdm, &x),
        "rdm_spearman compares two RDMs, but the second input is activations; make them first with `rdm`"
    );
    assert!(refused("cka_linear_biased", &rdm, &x).contains("the first input is an RDM"));
}
