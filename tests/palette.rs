//! The palette of the card: the colors of the pages.

use backup_calculator::export::palette::{Color, PALETTE};
use backup_calculator::report::AnswerKind;

#[test]
fn the_palette_has_the_values_of_the_design_tokens() {
    let tokens = include_str!("../src/ui/tokens.css");
    for Color { name, light } in PALETTE {
        let token = format!("  --{name}: light-dark({light}, ");
        assert!(tokens.contains(&token), "no {token} in tokens.css");
    }
}

#[test]
fn each_kind_has_the_color_of_its_name() {
    for kind in AnswerKind::ALL {
        if kind == AnswerKind::Unspecified {
            // Nobody can count on those backups, either.
            assert_eq!(Color::of_kind(Some(kind)).name, "recovery");
            continue;
        }
        assert_eq!(Color::of_kind(Some(kind)).name, kind.slug());
    }
    assert_eq!(Color::of_kind(None).name, "text");
}
