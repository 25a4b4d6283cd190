//! The matrix on every prerendered page, service pages, and the error page.
#![cfg(feature = "site")]

mod fixtures;

use backup_calculator::domain::BackupSettings;
use backup_calculator::report::{Matrix, ServiceReport};
use fixtures::html_page::{on_every_page, page, text};
use fixtures::policy;

#[test]
fn the_matrix_of_every_page_has_52_cells_under_headers() {
    let matrix = Matrix::new(&policy(), BackupSettings::default());
    on_every_page(|page| {
        let mut headers = page.texts(".matrix thead th[scope=col]");
        let mut tools = page.texts(".matrix .export-tools");
        if page.file == "index.html" {
            assert_eq!(headers.remove(1), "Export tool");
            assert_eq!(tools.remove(1), "pg_dump");
            assert_eq!(tools.len() + 1, matrix.rows.len());
            tools.clear();
        }
        assert_eq!(
            tools, [""; 0],
            "{}: only the index has the tools",
            page.file
        );
        assert_eq!(
            headers,
            ["Service", "Hobbyist", "Startup", "Business", "Premium"]
        );
        let services: Vec<&str> = matrix
            .rows
            .iter()
            .map(|row| row.service.short_name.as_str())
            .collect();
        assert_eq!(
            page.texts(".matrix tbody th[scope=row] > a"),
            services,
            "{}",
            page.file
        );
        assert_eq!(page.select(".matrix td > a").len(), 52, "{}", page.file);
    });
}

#[test]
fn every_cell_names_service_plan_and_answer() {
    let matrix = Matrix::new(&policy(), BackupSettings::default());
    let page = page("index.html");
    let links = page.select(".matrix td > a");
    let cells = matrix.rows.iter().flat_map(|row| {
        row.cells
            .iter()
            .zip(&matrix.plans)
            .map(move |cell| (row, cell))
    });
    for (link, (row, (cell, plan))) in links.into_iter().zip(cells) {
        assert_eq!(
            text(link),
            format!("{} {} {}", row.service.short_name, plan.name, cell.label)
        );
        assert_eq!(
            link.attr("id"),
            Some(format!("cell-{}-{}", row.service.slug, plan.slug).as_str())
        );
        assert_eq!(link.attr("data-kind"), Some(cell.kind.slug()));
        assert_eq!(link.attr("href"), Some(cell.path.as_str()));
    }
}

#[test]
fn only_the_selected_matrix_link_is_current() {
    on_every_page(|page| {
        let current: Vec<&str> = page
            .select("[aria-current=page]")
            .iter()
            .filter_map(|link| link.attr("id"))
            .collect();
        let parts: Vec<&str> = page
            .address()
            .split('/')
            .filter(|part| !part.is_empty())
            .collect();
        match parts.as_slice() {
            [service, plan] => assert_eq!(current, [format!("cell-{service}-{plan}")]),
            ["stack"] => assert_eq!(current, ["nav-stack"]),
            [service] if *service != "404.html" => assert_eq!(current, [format!("row-{service}")]),
            _ => assert_eq!(current, [""; 0], "{}", page.file),
        }
        assert!(
            page.select(".matrix [aria-current]")
                .iter()
                .all(|link| link.attr("aria-current") == Some("page"))
        );
    });
}

#[test]
fn a_service_page_compares_every_plan_and_every_step() {
    let policy = policy();
    for (id, service) in policy.services() {
        let report = ServiceReport::new(&policy, id);
        let page = page(&format!("{}/index.html", service.slug));
        assert_eq!(page.texts("h1"), [report.headline.as_str()]);
        let links: Vec<&str> = page
            .select(".facts-table th a")
            .iter()
            .filter_map(|link| link.attr("href"))
            .collect();
        let plans: Vec<String> = report
            .plans
            .iter()
            .map(|plan| format!("../{}", plan.path))
            .collect();
        assert_eq!(links, plans);
        for (row, plan) in page
            .select(".facts-table tbody tr")
            .into_iter()
            .zip(&report.plans)
        {
            let facts = plan.key_facts().iter().map(|fact| fact.value.clone());
            let values = match plan.key_facts().is_empty() {
                true => plan.label.to_string(),
                false => facts.collect(),
            };
            assert_eq!(text(row), format!("{}{values}", plan.plan.name));
        }
        let steps: Vec<String> = report.steps.iter().map(|step| step.title.clone()).collect();
        assert_eq!(page.texts(".plan-steps h3"), steps);
        let silent = "Not stated: what happens to existing backups when you change plans.";
        let expected: &[&str] = if steps.is_empty() { &[] } else { &[silent] };
        assert_eq!(page.texts(".plan-steps [data-source=silent]"), expected);
        for step in &report.steps {
            let change = &step.changes;
            assert!(
                page.texts(".plan-steps").concat().contains(change),
                "{}: {change}",
                page.file
            );
        }
    }
}

#[test]
fn the_error_page_explains_itself_and_has_the_matrix() {
    let page = page("404.html");
    assert_eq!(page.texts("h1"), ["Page not found"]);
    assert_eq!(page.texts("main li a"), ["All services and plans"]);
    assert_eq!(page.select(".matrix td > a").len(), 52);
}
