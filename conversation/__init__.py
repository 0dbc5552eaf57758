"""What happens around one turn, whatever the channel: order, repeats, limits, crises, Rasa, late answers."""
