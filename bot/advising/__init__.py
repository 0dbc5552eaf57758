"""What `./lotse advisory` does, one module for each group of its parts; `PARTS` names them."""
