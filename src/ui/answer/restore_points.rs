//! The table of all restore points.

use yew::prelude::*;

use crate::report::RestorePointTable;

/// Returns the table.
pub fn restore_point_table(table: &RestorePointTable) -> Html {
    html! {
        <section class="restore-points" tabindex="0" aria-label="Restore points">
            <table>
                <caption>{ &table.caption }</caption>
                <thead>
                    <tr>
                        for column in ["Taken", "Expires", "Retention rule"] {
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
    }
}
