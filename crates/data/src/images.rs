//! Labelled grey images.

use crate::{Error, Result, Scale, archive};

/// Labels are bytes, so there are no more classes than this.
pub const MAX_CLASSES: usize = 256;

/// `n` grey images of one size, each with the number of its class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Images {
    height: usize,
    width: usize,
    pixels: Vec<u8>,
    labels: Vec<u8>,
    class_names: Vec<String>,
}

/// Images as a network takes them.
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    /// `[batch, height, width]`, row by row.
    pub pixels: Vec<f32>,
    /// `[batch]`
    pub labels: Vec<u32>,
}

impl Images {
    /// Images `[n, height, width]` row by row, 0 to 255, with a label each.
    ///
    /// # Errors
    /// [`Error::Pixels`], [`Error::Label`] and [`Error::ClassNames`].
    pub fn new(
        height: usize,
        width: usize,
        pixels: Vec<u8>,
        labels: Vec<u8>,
        class_names: Vec<String>,
    ) -> Result<Self> {
        check_class_names(&class_names)?;
        let expected = height.checked_mul(width).and_then(|area| area.checked_mul(labels.len()));
        if expected != Some(pixels.len()) {
            let expected = expected.map_or("more than this machine can count".to_owned(), |n| n.to_string());
            return Err(Error::Pixels { labels: labels.len(), height, width, expected, found: pixels.len() });
        }
        let n_classes = class_names.len();
        match labels.iter().position(|label| usize::from(*label) >= n_classes) {
            Some(position) => Err(Error::Label { position, found: labels[position].into(), n_classes }),
            None => Ok(Self { height, width, pixels, labels, class_names }),
        }
    }

    /// The images of an npz archive: `images` `[n, height, width]` u8, `labels` `[n]` of whole numbers
    /// from 0, and `class_names`, UTF-8 bytes as u8, one name a line; without them the names are numbers.
    /// Other arrays are let be.
    ///
    /// Memory: what [`formats::npz::read`] takes, and no second copy of the pixels.
    ///
    /// # Errors
    /// [`Error::Archive`], [`Error::MissingArray`], [`Error::Shape`], [`Error::Type`] and those of [`Images::new`].
    pub fn read(npz: &[u8]) -> Result<Self> {
        archive::read(npz)
    }

    /// Puts the images of a further part after these.
    ///
    /// # Errors
    /// [`Error::Part`] if its size or its classes are others; nothing is added then.
    pub fn append(&mut self, mut part: Self) -> Result<()> {
        let differ = |what, expected: String, found: String| Err(Error::Part { what, expected, found });
        if (part.height, part.width) != (self.height, self.width) {
            let [expected, found] = [&*self, &part].map(|part| format!("{} × {}", part.height, part.width));
            return differ("size", expected, found);
        }
        if part.class_names != self.class_names {
            return differ("class names", self.class_names.join(", "), part.class_names.join(", "));
        }
        self.pixels.append(&mut part.pixels);
        self.labels.append(&mut part.labels);
        Ok(())
    }

    /// How many images there are.
    pub fn len(&self) -> usize {
        self.labels.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.labels.is_empty()
    }

    /// Rows of an image.
    pub fn height(&self) -> usize {
        self.height
    }

    /// Pixels of a row.
    pub fn width(&self) -> usize {
        self.width
    }

    /// `[n, height, width]`, row by row.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// `[n]`, each below the number of class names.
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// The name of each class, in the order of the labels.
    pub fn class_names(&self) -> &[String] {
        &self.class_names
    }

    /// The pixels of one image, row by row; none where there is no such image.
    pub fn image(&self, index: usize) -> Option<&[u8]> {
        let area = self.height * self.width;
        (index < self.len()).then(|| &self.pixels[index * area..(index + 1) * area])
    }

    /// These images in this order, scaled.
    ///
    /// # Errors
    /// [`Error::Index`] for an image that is not there.
    pub fn batch(&self, indices: &[usize], scale: &Scale) -> Result<Batch> {
        let mut pixels = Vec::with_capacity(indices.len() * self.height * self.width);
        let mut labels = Vec::with_capacity(indices.len());
        for &index in indices {
            let image = self.image(index).ok_or(Error::Index { index, count: self.len() })?;
            pixels.extend(image.iter().map(|pixel| scale.apply(*pixel)));
            labels.push(self.labels[index].into());
        }
        Ok(Batch { pixels, labels })
    }
}

fn check_class_names(names: &[String]) -> Result<()> {
    let refuse = |fault| Err(Error::ClassNames { fault });
    if names.is_empty() || names.len() > MAX_CLASSES {
        return refuse(format!("{} were given", names.len()));
    }
    for (position, name) in names.iter().enumerate() {
        if name.trim().is_empty() {
            return refuse(format!("name {position} is empty"));
        }
        if names[..position].contains(name) {
            return refuse(format!("{name:?} is there twice"));
        }
    }
    Ok(())
}
