mod experiments;
mod interface;
mod shards;
