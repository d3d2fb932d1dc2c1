//! What makes a device unusable. It is heard of at any time, and told when its numbers are asked for.

use std::sync::{Arc, Mutex, PoisonError};

use crate::{Error, Result};

/// The first that happened.
#[derive(Clone, Default)]
pub(super) struct Trouble(Arc<Mutex<Option<Error>>>);

impl Trouble {
    /// Listens to a device.
    pub fn of(device: &wgpu::Device) -> Self {
        let trouble = Self::default();
        let heard = trouble.clone();
        device.set_device_lost_callback(move |reason, message| {
            heard.note(Error::Gpu(format!("the graphics device was lost ({reason:?}: {message}); run again to start it anew, or choose the CPU")));
        });
        let heard = trouble.clone();
        device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| {
            heard.note(Error::Gpu(match error {
                wgpu::Error::OutOfMemory { .. } => format!(
                    "the graphics device ran out of memory ({error}); choose a smaller batch, a narrower network, or fewer stimuli or sites at a time, or the CPU"
                ),
                error => {
                    format!("the graphics device refused a command ({error}); run again, or choose the CPU")
                }
            }));
        }));
        trouble
    }

    /// Notes what happened, unless something did before.
    pub fn note(&self, error: Error) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
    }

    /// Fails with what happened.
    pub fn check(&self) -> Result<()> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone().map_or(Ok(()), Err)
    }
}
