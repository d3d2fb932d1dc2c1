mod images;
mod mixture;
mod order;
mod synthetic;
mod text;
