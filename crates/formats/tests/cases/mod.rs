mod npy;
mod npz;
mod safetensors_decode;
mod safetensors_files;
mod safetensors_refusals;
