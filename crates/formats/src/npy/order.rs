//! From Fortran order, where the first index runs fastest, to C order, where the last does.

/// The values of an array of `shape`, given first index fastest, with the last index fastest.
/// `values` has as many elements as the product of `shape`. Cost: one pass, one copy.
pub(super) fn to_row_major<T: Copy>(values: Vec<T>, shape: &[usize]) -> Vec<T> {
    // With fewer than two dimensions longer than 1, both orders are the same.
    if values.is_empty() || shape.iter().filter(|length| **length > 1).count() < 2 {
        return values;
    }
    let mut strides = Vec::with_capacity(shape.len());
    let mut stride = 1;
    for length in shape {
        strides.push(stride);
        stride *= length;
    }
    let mut index = vec![0; shape.len()];
    let mut source = 0;
    let mut ordered = Vec::with_capacity(values.len());
    for _ in 0..values.len() {
        ordered.push(values[source]);
        // Step the index like an odometer, last dimension first.
        for dimension in (0..shape.len()).rev() {
            index[dimension] += 1;
            source += strides[dimension];
            if index[dimension] < shape[dimension] {
                break;
            }
            source -= strides[dimension] * shape[dimension];
            index[dimension] = 0;
        }
    }
    ordered
}
