-- Says whose store this is; a store that is still being made says that of itself, and is opened by nobody.
-- Parameters: product.
UPDATE store_state
SET product = $product;
