//! One tensor on its way from a file to a device, piece by piece.

use std::ops::Range;

use models::{Rows, Weight, WeightRequest};
use tensor::{Device, Filling, PackedWriter};

use super::Stored;
use crate::{Error, Result};

/// A tensor that is being read, or the rows of it that are needed.
pub struct Item<'a> {
    /// Who asked for it.
    pub request: &'a WeightRequest,
    /// Where it lies.
    pub info: &'a Stored,
    /// Which file it lies in.
    pub part: usize,
    /// The rows that are read, ascending; all of it where this is `None`.
    pub rows: Option<Vec<u32>>,
    room: Option<Room>,
    /// What has come of a tensor whose rows lie in another order.
    held: Vec<u8>,
    /// Bytes that are still to come.
    left: u64,
    n_bad: usize,
    /// What was begun could not hold a number: all of it is read once more.
    is_anew: bool,
}

/// Where the numbers go.
enum Room {
    /// As they are.
    Packed(PackedWriter),
    /// As f32.
    Wide(Filling),
}

/// A weight that is complete, and how many of its numbers are NaN or infinite.
pub type Arrived = (Weight, usize);

impl<'a> Item<'a> {
    pub fn new(request: &'a WeightRequest, info: &'a Stored, part: usize, rows: Option<Vec<u32>>) -> Self {
        let mut item = Self {
            request,
            info,
            part,
            rows,
            room: None,
            held: Vec::new(),
            left: 0,
            n_bad: 0,
            is_anew: false,
        };
        item.left = item.n_bytes();
        item
    }

    /// The stretches of the file that are needed, in order.
    pub fn stretches(&self) -> Vec<Range<u64>> {
        let Range { start, end } = self.info.bytes;
        let Some(rows) = &self.rows else { return std::iter::once(start..end).collect() };
        let row_bytes = self.info.row_bytes();
        let stretch = |&row: &u32| start + u64::from(row) * row_bytes;
        rows.iter().map(|row| stretch(row)..stretch(row) + row_bytes).collect()
    }

    /// How many bytes these are.
    pub fn n_bytes(&self) -> u64 {
        match &self.rows {
            Some(rows) => rows.len() as u64 * self.info.row_bytes(),
            None => self.info.bytes.end - self.info.bytes.start,
        }
    }

    /// Whether it must be read once more, from its start; begins that.
    pub fn begins_anew(&mut self) -> bool {
        self.left = if self.is_anew { self.n_bytes() } else { self.left };
        std::mem::take(&mut self.is_anew)
    }

    /// Takes the next piece, which begins at that byte of the file. Gives the weight when it was the last one.
    pub fn push(&mut self, start: u64, bytes: &[u8], device: &Device) -> Result<Option<Arrived>> {
        if self.is_anew {
            return Ok(None);
        }
        self.left -= bytes.len() as u64;
        let mut room = match self.room.take() {
            Some(room) => room,
            None => self.make_room(device)?,
        };
        match self.fill(&mut room, start - self.info.bytes.start, bytes) {
            Ok(()) if self.left > 0 => {
                self.room = Some(room);
                Ok(None)
            }
            Ok(()) => {
                let weight = match room {
                    Room::Wide(filling) => filling.finish()?.into(),
                    Room::Packed(writer) => writer.finish()?.into(),
                };
                Ok(Some((self.of_rows(weight)?, self.n_bad)))
            }
            Err(Error::Tensor(tensor::Error::Numbers { .. })) if matches!(room, Room::Packed(_)) => {
                self.room = Some(self.looser(room, device)?);
                self.held.clear();
                self.is_anew = true;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Puts a piece where it goes; of a tensor whose rows lie in another order, all of it once it is complete.
    fn fill(&mut self, room: &mut Room, skipped: u64, bytes: &[u8]) -> Result<()> {
        let Some(order) = &self.info.order else { return self.put(room, skipped, bytes) };
        self.held.extend_from_slice(bytes);
        if self.left > 0 {
            return Ok(());
        }
        let (held, row_bytes) = (std::mem::take(&mut self.held), self.info.row_bytes() as usize);
        for &row in order {
            let start = row as usize * row_bytes;
            self.put(room, start as u64, &held[start..start + row_bytes])?;
        }
        Ok(())
    }

    fn put(&mut self, room: &mut Room, skipped: u64, bytes: &[u8]) -> Result<()> {
        match room {
            Room::Wide(filling) => {
                let numbers = self.info.widen(skipped, bytes)?;
                self.n_bad += numbers.iter().filter(|number| !number.is_finite()).count();
                filling.push(&numbers)?;
            }
            Room::Packed(writer) => writer.push(&self.info.halve(bytes)?)?,
        }
        Ok(())
    }

    fn of_rows(&self, weight: Weight) -> Result<Weight> {
        let Some(rows) = &self.rows else { return Ok(weight) };
        Ok(Rows::new(self.info.shape[0], rows, weight.wide()?)?.into())
    }

    /// Matrices of 16 bits stay so; all else, and rows, become f32.
    fn make_room(&self, device: &Device) -> Result<Room> {
        if let Some(rows) = &self.rows {
            return Ok(Room::Wide(Filling::new(&[rows.len(), self.info.shape[1]], device)?));
        }
        match self.info.half() {
            Some((half, shape)) => Ok(Room::Packed(PackedWriter::new(shape, half, device)?)),
            None => Ok(Room::Wide(Filling::new(&self.info.shape, device)?)),
        }
    }

    /// Room for numbers that this one could not hold.
    fn looser(&self, room: Room, device: &Device) -> Result<Room> {
        let looser = match room {
            Room::Packed(writer) => writer.looser()?,
            Room::Wide(_) => None,
        };
        match looser {
            Some(writer) => Ok(Room::Packed(writer)),
            None => Ok(Room::Wide(Filling::new(&self.info.shape, device)?)),
        }
    }
}
