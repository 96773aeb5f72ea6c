//! Who uses which port, as notes in the capture tell: processes, and options of their sockets.

use super::MAX_LEARNT;
use super::slots::key;
use crate::note::{Note, Process, ProcessFrom, Socket};
use std::collections::HashMap;
use std::sync::Arc;

/// Who sends or gets a message.
#[derive(Clone, Debug, Default)]
pub(super) struct Sender {
    pub process: Option<Arc<Process>>,
    pub socket: Option<Arc<Socket>>,
}

/// The users of ports.
#[derive(Clone, Debug, Default)]
pub(super) struct Senders {
    /// By protocol and port.
    ports: HashMap<u64, Sender>,
}

impl Senders {
    pub fn is_empty(&self) -> bool {
        self.ports.is_empty()
    }

    /// Who uses a port.
    pub fn of(&self, protocol: u16, port: Option<u32>) -> Sender {
        let found = port.and_then(|port| self.ports.get(&key(protocol, port)));
        found.cloned().unwrap_or_default()
    }

    /// Who a note names, or else uses the port; keeps what the note tells of the port.
    pub fn learn(&mut self, protocol: u16, port: Option<u32>, note: &Note) -> Sender {
        let known = self.of(protocol, port);
        let sender = Sender {
            process: same(&note.process, known.process),
            socket: same(&note.socket, known.socket),
        };
        let told = note.process.is_some() || note.socket.is_some();
        if let Some(port) = port.filter(|_| told) {
            let key = key(protocol, port);
            if self.ports.len() < MAX_LEARNT || self.ports.contains_key(&key) {
                self.ports.insert(key, sender.clone());
            }
        }
        sender
    }
}

/// What a note tells, else what was known; as one value where both are the same.
fn same<T: Clone + PartialEq>(told: &Option<T>, known: Option<Arc<T>>) -> Option<Arc<T>> {
    match told {
        Some(told) if known.as_deref() != Some(told) => Some(Arc::new(told.clone())),
        _ => known,
    }
}

/// The process of a request that did not state its port, told by that of its answers.
pub(super) fn by_answer(process: &Arc<Process>) -> Arc<Process> {
    match process.from {
        ProcessFrom::Port => Arc::new(Process {
            from: ProcessFrom::Answer,
            ..(**process).clone()
        }),
        _ => process.clone(),
    }
}
