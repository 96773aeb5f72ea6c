//! The page on the browser has the keys of the key map.
//!
//! `UPDATE_GOLDEN=1 cargo test -p netlink-tui --test docs` writes them into it.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::Path;

#[test]
fn the_page_has_the_keys() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/BROWSER.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once("<!-- keys -->\n").unwrap();
    let (_, behind) = rest.split_once("<!-- end of keys -->").unwrap();
    let keys = netlink_tui::markdown();
    let want = format!("{before}<!-- keys -->\n{keys}<!-- end of keys -->{behind}");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &want).unwrap();
        return;
    }
    assert!(
        page == want,
        "docs/BROWSER.md: UPDATE_GOLDEN=1 writes the keys anew"
    );
}
