mod interface;
mod shards;
