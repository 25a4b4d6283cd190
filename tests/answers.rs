//! The answers as written: complete without scripts, and the same as the report.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::report::{AnswerKind, PlanReport, Source, Statement};
use fixtures::page::{Page, answers, on_every_page, page, text};
use fixtures::{policy, reports};

/// A rule for every answer and its report.
#[track_caller]
fn on_every_answer(rule: impl Fn(&Page, &PlanReport)) {
    let reports = reports(&policy());
    assert_eq!(answers().len(), reports.len());
    for report in reports {
        rule(&page(&format!("{}index.html", report.path)), &report);
    }
}

/// Text as it stands in a page, whitespace folded.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_answer_is_marked_once_and_is_the_headline_of_the_report() {
    on_every_answer(|page, report| {
        assert_eq!(text(page.only("[data-answer]")), report.headline);
        assert_eq!(page.only("[data-answer]").value().name(), "h1");
        assert_eq!(page.attr("article", "data-kind"), report.answer_kind.slug());
        assert_eq!(page.texts(".lead"), [folded(&report.lead)]);
    });
    on_every_page(|page| {
        let answer = page.address().matches('/').count() == 2;
        assert_eq!(
            page.select("[data-answer]").len(),
            usize::from(answer),
            "{}",
            page.file
        );
    });
}

#[test]
fn an_answer_shows_all_figures_and_sections_of_the_report() {
    on_every_answer(|page, report| {
        let terms: Vec<&str> = report.metrics.iter().map(|figure| figure.label).collect();
        assert_eq!(page.texts(".figures dt"), terms, "{}", page.file);
        let values: Vec<String> = report
            .metrics
            .iter()
            .map(|figure| folded(&figure.value))
            .collect();
        assert_eq!(page.texts(".figures .value"), values, "{}", page.file);
        let titles: Vec<&str> = report
            .sections
            .iter()
            .map(|section| section.title)
            .collect();
        assert_eq!(page.texts(".section h2"), titles, "{}", page.file);
        assert_eq!(
            page.select(".timeline svg").len(),
            usize::from(report.timeline().is_some()),
            "{}",
            page.file
        );
        if let Some(picture) = &report.timeline() {
            assert_eq!(page.attr(".timeline svg", "aria-label"), picture.alt_text);
        }
    });
}

#[test]
fn every_sentence_opens_its_clause_or_says_that_it_has_none() {
    on_every_answer(|page, report| {
        let figures = report.metrics.iter().flat_map(|figure| &figure.notes);
        let groups = report.sections.iter().flat_map(|section| &section.groups);
        let said: Vec<&Statement> = figures
            .chain(groups.flat_map(|group| &group.statements))
            .chain(&report.export_remarks)
            .collect();
        let written = page.texts("details.said summary");
        for said in &said {
            let source = match &said.source {
                Source::Policy(_) => "policy",
                Source::NotStated => "silent",
                Source::Interpretation => "reading",
            };
            let texts = page.texts(&format!(".said[data-source={source}]"));
            assert!(
                texts
                    .iter()
                    .any(|text| text.starts_with(&folded(&said.text))),
                "{}: {}",
                page.file,
                said.text
            );
        }
        let clauses: Vec<_> = said.iter().filter_map(|said| said.clause()).collect();
        assert!(
            written.len() > clauses.len(),
            "{}: the table's own words open too",
            page.file
        );
        for clause in clauses.into_iter().chain([&report.table_clause]) {
            for opened in page.select(&format!("details[data-clause='{}']", clause.id)) {
                let opened = text(opened);
                assert!(
                    opened.contains(&format!("“{}”", folded(&clause.quote))),
                    "{}: {opened}",
                    page.file
                );
                assert!(
                    opened.contains(&format!("“{}”", clause.section)),
                    "{}: {opened}",
                    page.file
                );
            }
        }
    });
}

#[test]
fn the_quote_of_every_cited_clause_stands_in_the_page() {
    let mut quotes = 0;
    for report in reports(&policy()) {
        let page = page(&format!("{}index.html", report.path));
        let quoted = page.texts("blockquote").concat();
        // A plan that does not exist shows no export tools, though the JSON names the service's.
        let clauses = if report.answer_kind == AnswerKind::NotOffered {
            vec![&report.table_clause]
        } else {
            report.clauses()
        };
        for clause in clauses {
            assert!(
                quoted.contains(&folded(&clause.quote)),
                "{} does not quote {}",
                page.file,
                clause.id
            );
            quotes += 1;
        }
    }
    assert!(quotes > 400, "only {quotes} quotes");
}

#[test]
fn an_answer_links_the_other_plans_that_exist() {
    on_every_answer(|page, report| {
        let links: Vec<&str> = page
            .select(".plans a")
            .iter()
            .filter_map(|link| link.attr("href"))
            .collect();
        let others: Vec<String> = report
            .other_plans
            .iter()
            .map(|other| format!("../../{}", other.path))
            .collect();
        assert_eq!(links, others, "{}", page.file);
        if report.answer_kind == AnswerKind::NotOffered {
            assert!(!links.is_empty(), "{} leads nowhere", page.file);
            assert_eq!(page.attr(".plans", "aria-label"), "Plans that exist");
        }
    });
    let influxdb = page("influxdb/premium/index.html");
    assert_eq!(influxdb.texts(".plans a"), ["Startup every 12 h · 2.5 d"]);
}

#[test]
fn every_tool_has_its_command_a_copy_button_and_its_documentation() {
    let mut tools = 0;
    on_every_answer(|page, report| {
        let shown = if report.answer_kind == AnswerKind::NotOffered {
            &[][..]
        } else {
            &report.tools
        };
        assert_eq!(
            page.select(".tools .command").len(),
            shown.len(),
            "{}",
            page.file
        );
        for recommended in shown {
            let tool = &recommended.tool;
            let command: String = page
                .only(&format!("pre > code[id='command-{}']", tool.name))
                .text()
                .collect();
            assert_eq!(command, tool.command, "line ends stay as they are");
            let button = page.only("button.copy");
            assert_eq!(
                button.attr("aria-label"),
                Some(format!("Copy: {} command", tool.name).as_str())
            );
            page.only(&format!("a[href='{}']", tool.url));
        }
    });
    for report in reports(&policy())
        .iter()
        .filter(|report| report.answer_kind != AnswerKind::NotOffered)
    {
        tools += report.tools.len();
    }
    assert_eq!(
        tools,
        4 + 4 + 4 + 3 + 4 + 1,
        "pg, mysql, opensearch, cassandra, redis, influxdb"
    );
}
