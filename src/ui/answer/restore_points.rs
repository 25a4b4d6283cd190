//! The table of all restore points.

use yew::prelude::*;

use crate::report::RestorePointTable;

/// Returns the table, closed.
pub fn restore_point_table(table: &RestorePointTable) -> Html {
    html! {
        <details class="restore-points">
            <summary>{ format!("All restore points: {}", table.rows.len()) }</summary>
            <section class="restore-points-scroll" tabindex="0" aria-label="Restore points">
                <table>
                    <caption>{ &table.caption }</caption>
                    <thead>
                        <tr>
                            for column in ["Taken", "Disappears", "Kept by the rule"] {
                                <th scope="col">{ column }</th>
                            }
                        </tr>
                    </thead>
                    <tbody>
                        for row in &table.rows {
                            <tr>
                                <td>{ &row.taken }</td>
                                <td>{ &row.expires }</td>
                                <td>{ &row.rule }</td>
                            </tr>
                        }
                    </tbody>
                </table>
            </section>
        </details>
    }
}
