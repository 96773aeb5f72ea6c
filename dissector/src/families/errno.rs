//! placeholder
use crate::table::Arch;
/// x
pub fn name(_n: i64, _arch: Option<Arch>) -> Option<&'static str> {
    None
}
