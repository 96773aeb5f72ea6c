//! What a tap knew of a frame and its bytes do not tell, as a comment of the packet in a pcapng:
//! `nldissect:v1 {"direction":"to-kernel","process":{"pid":612,"comm":"ip","from":"trace"}}`.

use crate::context::Direction;
use serde::{Deserialize, Serialize};

const PREFIX: &str = "nldissect:v1 ";

/// What a tap knew of a frame. What it did not know is absent; keys of later versions are no error.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Note {
    /// Which way the frame went.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Port id of the socket on the user's side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub port: Option<u32>,
    /// Who owns that socket.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process: Option<Process>,
    /// Options of that socket.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub socket: Option<Socket>,
    /// Multicast groups that it was sent to, as a mask: `nl_groups` of its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<u32>,
    /// The multicast group that it was sent to, by number, where the mask cannot say: above 32.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<u32>,
    /// The network namespace that it came from, as an id in that of the listener (NETLINK_LISTEN_ALL_NSID).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nsid: Option<i32>,
    /// The error, negative, with which the system call failed that sent it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<i32>,
    /// The buffer that it was received in was too small for it (MSG_TRUNC).
    #[serde(skip_serializing_if = "is_false")]
    pub truncated: bool,
    /// Messages to this socket were lost before it (ENOBUFS).
    #[serde(skip_serializing_if = "is_false")]
    pub lost: bool,
}

/// A process, as it was when it used the socket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Process {
    /// Its id, in the namespace of who recorded.
    pub pid: u32,
    /// Its name, at most 15 bytes.
    pub comm: String,
    /// How it is known.
    pub from: ProcessFrom,
}

/// How the process of a frame is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProcessFrom {
    /// It owned the port that the frame names.
    Port,
    /// It owned the port that the answer was sent to.
    Answer,
    /// It had the only socket of this protocol.
    OnlySocket,
    /// Its system call was seen.
    Trace,
}

impl ProcessFrom {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            ProcessFrom::Port => "port",
            ProcessFrom::Answer => "answer",
            ProcessFrom::OnlySocket => "only-socket",
            ProcessFrom::Trace => "trace",
        }
    }
}

/// Options of a netlink socket, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Socket {
    /// NETLINK_EXT_ACK: the kernel adds words to errors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ext_ack: Option<bool>,
    /// NETLINK_GET_STRICT_CHK: the kernel checks dump requests strictly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strict: Option<bool>,
    /// NETLINK_CAP_ACK: errors echo only the header of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cap_ack: Option<bool>,
    /// Multicast groups that it is a member of, by number.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<u32>,
    /// SO_RCVBUF, in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rcvbuf: Option<u32>,
}

impl Note {
    /// Reads a comment; none where it is not a note, or its JSON is broken.
    pub fn parse(comment: &str) -> Option<Note> {
        serde_json::from_str(comment.strip_prefix(PREFIX)?).ok()
    }

    /// The comment.
    pub fn comment(&self) -> String {
        // a note holds nothing that JSON cannot
        let json = serde_json::to_string(self).unwrap_or_default();
        format!("{PREFIX}{json}")
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde wants it so")]
fn is_false(value: &bool) -> bool {
    !value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let note = Note {
            direction: Some(Direction::ToKernel),
            port: Some(612),
            process: Some(Process {
                pid: 612,
                comm: "a \"b\"\n".to_owned(),
                from: ProcessFrom::OnlySocket,
            }),
            socket: Some(Socket {
                strict: Some(false),
                groups: vec![1, 40],
                ..Socket::default()
            }),
            groups: Some(1),
            group: None,
            nsid: Some(3),
            error: Some(-105),
            truncated: true,
            lost: false,
        };
        let comment = note.comment();
        assert_eq!(
            comment,
            "nldissect:v1 {\"direction\":\"to-kernel\",\"port\":612,\
             \"process\":{\"pid\":612,\"comm\":\"a \\\"b\\\"\\n\",\"from\":\"only-socket\"},\
             \"socket\":{\"strict\":false,\"groups\":[1,40]},\"groups\":1,\"nsid\":3,\"error\":-105,\"truncated\":true}"
        );
        assert_eq!(Note::parse(&comment), Some(note));
        assert_eq!(Note::default().comment(), "nldissect:v1 {}");
    }

    #[test]
    fn other_comments_are_none() {
        for comment in [
            "",
            "hello",
            "nldissect:v1 ",
            "nldissect:v1 {",
            "nldissect:v1 []x",
            "nldissect: family 3 x",
            "nldissect:v1 {\"port\":-1}",
        ] {
            assert_eq!(Note::parse(comment), None, "{comment}");
        }
        let later = Note::parse("nldissect:v1 {\"port\":3,\"mood\":\"good\"}");
        assert_eq!(later.and_then(|n| n.port), Some(3));
    }
}
