//! Prerendered answer pages: complete without scripts, and consistent with the report.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::report::{AnswerKind, PlanReport, Source, Statement};
use fixtures::html_page::{Page, answers, on_every_page, page, text};
use fixtures::{UNKNOWN_TIME, ladder, policy, reports};

/// Applies `rule` to every answer page and its report.
#[track_caller]
fn on_every_answer(rule: impl Fn(&Page, &PlanReport)) {
    let reports = reports(&policy());
    assert_eq!(answers().len(), reports.len());
    for report in reports {
        rule(&page(&format!("{}index.html", report.path)), &report);
    }
}

/// Returns `text` with whitespace collapsed, as it appears in a page.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn data_answer_is_unique_and_holds_the_headline() {
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
fn an_answer_page_renders_every_metric_and_section() {
    on_every_answer(|page, report| {
        let terms: Vec<&str> = report.metrics.iter().map(|metric| metric.label).collect();
        assert_eq!(page.texts(".metrics dt"), terms, "{}", page.file);
        let values: Vec<String> = report
            .metrics
            .iter()
            .map(|metric| folded(&metric.value))
            .collect();
        assert_eq!(
            page.texts(".metrics .metric-value"),
            values,
            "{}",
            page.file
        );
        let titles: Vec<&str> = report.all_sections().map(|section| section.title).collect();
        let shown = page.texts(".disclosure:has(> .section) > summary > h2");
        assert_eq!(shown, titles, "{}", page.file);
        // Closed, each says its answer.
        let answers = page.texts(".disclosure > summary > span");
        assert_eq!(answers.len(), page.select(".disclosure").len());
        assert!(
            answers.iter().all(|answer| !answer.is_empty()),
            "{}",
            page.file
        );
        let facts: Vec<String> = report
            .key_facts()
            .iter()
            .map(|fact| folded(&fact.value))
            .collect();
        assert_eq!(
            page.texts(".key-facts .metric-value"),
            facts,
            "{}",
            page.file
        );
        let ladder = ladder(&policy(), &report.path, "", UNKNOWN_TIME);
        let rows = ladder.as_ref().map_or(&[][..], |ladder| &ladder.rows);
        let rows: Vec<String> = rows
            .iter()
            .map(|row| format!("{}{}", row.name, row.label))
            .collect();
        assert_eq!(page.texts(".ladder li"), rows, "{}", page.file);
        assert_eq!(
            page.select(".ladder svg").len(),
            usize::from(ladder.is_some())
        );
    });
}

#[test]
fn every_statement_shows_its_clause_or_its_source() {
    on_every_answer(|page, report| {
        let metrics = report.metrics.iter().flat_map(|metric| &metric.notes);
        let groups = report.all_sections().flat_map(|section| &section.groups);
        let statements: Vec<&Statement> = metrics
            .chain(groups.flat_map(|group| &group.statements))
            .chain(&report.export_remarks)
            .collect();
        for statement in &statements {
            let source = match &statement.source {
                Source::Policy(_) => "policy",
                Source::NotStated => "silent",
                Source::Interpretation => "reading",
            };
            // Those of metrics stand behind a mark.
            let texts = page.texts(&format!(
                ".statement[data-source={source}], .source p, .source blockquote"
            ));
            assert!(
                texts
                    .iter()
                    .any(|text| text.starts_with(&folded(&statement.text))),
                "{}: {}",
                page.file,
                statement.text
            );
        }
        let clauses: Vec<_> = statements
            .iter()
            .filter_map(|statement| statement.clause())
            .collect();
        for clause in clauses.into_iter().chain([&report.table_clause]) {
            for opened in page.select(&format!("details[data-clause='{}']", clause.id)) {
                let opened = text(opened);
                assert!(
                    opened.contains(&format!("“{}”", folded(&clause.quote))),
                    "{}: {opened}",
                    page.file
                );
                assert!(opened.ends_with(&clause.section), "{}: {opened}", page.file);
            }
        }
    });
}

#[test]
fn every_cited_clause_is_quoted_on_the_page() {
    let mut quotes = 0;
    for report in reports(&policy()) {
        let page = page(&format!("{}index.html", report.path));
        let quoted = page.texts("blockquote").concat();
        // A plan that is not offered shows no export tools, though the JSON names the service's.
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
fn an_answer_page_links_all_offered_plans() {
    on_every_answer(|page, report| {
        let links: Vec<&str> = page
            .select(".plan-switch a")
            .iter()
            .filter_map(|link| link.attr("href"))
            .collect();
        let plans: Vec<String> = report
            .plan_links
            .iter()
            .map(|plan| format!("../../{}", plan.path))
            .collect();
        assert_eq!(links, plans, "{}", page.file);
        assert!(!links.is_empty(), "{} leads nowhere", page.file);
        let selected = page.texts(".plan-switch [aria-current]");
        match report.answer_kind {
            AnswerKind::NotOffered => assert_eq!(selected, [""; 0]),
            _ => assert_eq!(selected, [report.plan.name.as_str()]),
        }
    });
    let influxdb = page("influxdb/premium/index.html");
    assert_eq!(influxdb.texts(".plan-switch a"), ["Startup"]);
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
            let button = page.only(".command button.copy");
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
