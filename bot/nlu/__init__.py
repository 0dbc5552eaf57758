"""What Rasa needs to understand German requests: graph components, thin around `knowledge` and scikit-learn."""
